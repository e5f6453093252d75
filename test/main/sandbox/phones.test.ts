import { expect, test } from 'vitest';
import { buildPhones, keptMessages } from '../../../main/sandbox/phones.ts';

test('an SMS is forgotten when it is old', () => {
  let at = 0;
  const phones = buildPhones(() => at);
  phones.receive('9000000001', '111111', 180);
  at = keptMessages.ms - 1;
  phones.receive('9000000002', '222222', 180);
  expect(phones.messages()).toHaveLength(2);
  at = keptMessages.ms + 1;
  expect(phones.messages('9000000001')).toEqual([]);
  expect(phones.messages().map(({ otp }) => otp)).toEqual(['222222']);
});

test('beyond a number of SMS the oldest are forgotten', () => {
  const phones = buildPhones(() => 0);
  for (let count = 0; count < keptMessages.count + 3; count += 1) {
    phones.receive(count % 2 === 0 ? '9000000001' : '9000000002', String(count).padStart(6, '0'), 180);
  }
  expect(phones.messages()).toHaveLength(keptMessages.count);
  expect(phones.messages().at(0)?.otp).toBe('000003');
  expect(phones.messages('9000000001').at(0)?.otp).toBe('000004');
  expect(phones.messages('9000000002').at(0)?.otp).toBe('000003');
});
