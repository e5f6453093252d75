/** An address is taken apart in the same way whether it is known already or not. */
import { expect, test } from 'vitest';
import { buildTargetOf } from '../../../main/platform/fetch-target.ts';

test('origin and path, the first time and later', () => {
  const targetOf = buildTargetOf();
  for (let round = 0; round < 2; round += 1) {
    for (let nth = 0; nth < 40; nth += 1) {
      expect(targetOf(`https://upstream.example:8443/api/v3/call-${nth}?q=%20a#part`)).toEqual({
        origin: 'https://upstream.example:8443',
        path: `/api/v3/call-${nth}?q=%20a`,
      });
    }
  }
});

test('what is no address is refused each time', () => {
  const targetOf = buildTargetOf();
  for (const text of ['', 'upstream', 'http://', 'http://']) {
    expect(() => targetOf(text)).toThrow(expect.objectContaining({ code: 'ERR_INVALID_URL' }));
  }
});
