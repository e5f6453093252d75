/** The diagnostic log: JSON lines, from a level on, with nothing of a person in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLogger, parseLogLevel } from '../../../main/platform/logger.ts';

function collect(level: 'info' | 'warn' | 'silent' = 'info') {
  const lines: string[] = [];
  const logger = buildLogger(level, { write: (line) => void lines.push(line) });
  const read = (): unknown[] => lines.map((line) => JSON.parse(line));
  return { logger, lines, read };
}

describe('the logger', () => {
  it('writes one line of JSON an event', () => {
    const { logger, read, lines } = collect();
    logger.warn('upstream call failed', { code: 'upstream-unavailable', status: 503, sent: true, reason: undefined });
    expect(lines[0]?.endsWith('\n')).toBe(true);
    expect(read()).toEqual([
      {
        level: 'warn',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        event: 'upstream call failed',
        code: 'upstream-unavailable',
        status: 503,
        sent: true,
      },
    ]);
  });

  it('leaves out what is below its level', () => {
    const { logger, lines } = collect('warn');
    logger.info('quiet');
    logger.warn('loud');
    logger.error('louder');
    expect(lines).toHaveLength(2);
  });

  it.each([
    ['info', 'info'],
    ['error', 'error'],
    ['silent', 'silent'],
    [undefined, 'warn'],
    ['trace', 'warn'],
    ['', 'warn'],
  ])('reads the level %j as %s', (text, level) => {
    expect(parseLogLevel(text)).toBe(level);
  });

  it('lets pass what machines are made of', () => {
    const fields = {
      error: 'SQLITE_IOERR_FSYNC',
      route: '/api/v1/verifications/:id',
      operation: 'verification.submitOtp',
      host: 'https://cdn-api.co-vin.in',
      code: 'upstream-signature-invalid',
      port: 41_234,
      ms: 180_000,
    };
    const { logger, read } = collect();
    logger.info('health changed', fields);
    expect(read()[0]).toMatchObject(fields);
  });
});

const person = [
  ['a name', 'Asha Kumari'],
  ['a name in Devanagari', 'आशा'],
  ['a number', '9876543210'],
  ['a number with its country', '+91-98765-43210'.replaceAll('-', '')],
  ['a number as a number', 9_876_543_210],
  ['a code', '483920'],
  ['a token', 'eyJhbGciOiJIUzI1NiJ9.eyJtIjoiOTg3NiJ9.x'],
  ['a key', '0b5cbb2f9c1e4a6d8f7e6a5b4c3d2e1f'],
] as const;

describe('what slips in by mistake', () => {
  it.each(person)('%s is hidden under every name of a field', (_what, value) => {
    for (const name of [
      'fullName',
      'mobileNumber',
      'otp',
      'token',
      'authorization',
      'message',
      'code',
      'reason',
      'status',
    ]) {
      const { logger, lines } = collect();
      logger.error('it failed', { [name]: value });
      expect(lines.join()).not.toContain(String(value));
      expect(lines.join()).toContain(`"${name}":"[hidden]"`);
    }
  });

  it.each(person.filter(([what]) => what !== 'a name'))('%s is hidden in the event and as a field', (_what, value) => {
    const { logger, lines } = collect();
    logger.error(`failed for ${value}`, { [String(value)]: 1 });
    expect(lines.join()).not.toContain(String(value));
  });

  it('hides an error that was passed in spite of the types', () => {
    const { logger, lines } = collect();
    const error = Object.assign(new Error('no such person Asha Kumari'), { code: '483920' });
    Reflect.apply(logger.error, logger, ['it failed', { error }]);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toMatch(/Asha|483920/);
  });

  it('hides any number of ten digits and any code of six, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9]{6,12}$/),
        fc.string({ maxLength: 20 }),
        fc.constantFrom('code', 'reason', 'error', 'host', 'phone', 'x'),
        (digits, around, name) => {
          const { logger, lines } = collect();
          logger.info(`${around}${digits}`, { [name]: `${around}${digits}${around}` });
          const { time, ...rest } = JSON.parse(lines[0] ?? '');
          expect(time).toBeTypeOf('string');
          expect(JSON.stringify(rest)).not.toContain(digits);
        },
      ),
    );
  });
});
