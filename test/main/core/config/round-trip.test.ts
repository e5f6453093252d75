/** Properties of the reader: nothing makes it throw, and what is valid comes back as it was said. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parse, problemsOf, settingsOf, smallest } from './parse.ts';

const word = fc.stringMatching(/^[a-z0-9-]{1,32}$/);
const purpose = fc.stringMatching(/^[a-z][a-z0-9-]{0,15}$/);
/** Text that YAML must quote in every way there is. */
const lineOfText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replace(/\p{Cc}/gu, ' ').trim())
  .filter((text) => text.length > 0 && text.length <= 60);
const statuses = fc.uniqueArray(fc.constantFrom(0 as const, 1 as const, 2 as const));
const rule = fc
  .record({ all: fc.shuffledSubarray([0, 1, 2] as const, { minLength: 1 }), split: fc.nat(3), label: lineOfText })
  .map(({ all, split, label }) => ({ admit: all.slice(0, split), refer: all.slice(split), label: { en: label } }));

const config = fc.record({
  site: fc.record({
    id: word,
    name: lineOfText,
    terminal: word,
    timezone: fc.constantFrom('Asia/Kolkata', 'UTC', 'Europe/Berlin', 'America/New_York'),
  }),
  upstream: fc.record({
    baseUrl: fc.constantFrom('https://upstream.example/api', 'http://127.0.0.1:4790/api', 'http://[::1]:1/x'),
    apiKey: fc.stringMatching(/^[\x21-\x7e]{1,64}$/),
    signature: fc.constantFrom('when-present' as const, 'off' as const),
    algorithms: fc.uniqueArray(fc.constantFrom('EdDSA', 'ES256', 'RS256', 'PS512'), { minLength: 1 }),
    otp: fc.record({ validSeconds: fc.integer({ min: 1, max: 900 }), resendSeconds: fc.integer({ min: 1, max: 900 }) }),
  }),
  policy: fc.record({ purposes: fc.dictionary(purpose, rule, { minKeys: 1, maxKeys: 8 }) }),
  privacy: fc.record({
    identity: fc.constantFrom('none' as const, 'masked' as const, 'full' as const),
    keep: fc.constantFrom({ min: '1 year', max: '13 months' }, { min: '6 weeks', max: '42 days' }),
    contact: fc.record({ desk: lineOfText }),
  }),
  kiosk: fc.record({
    languages: fc.constantFrom(['en'], ['hi'], ['hi', 'en']),
    idleSeconds: fc.integer({ min: 20, max: 600 }),
    resultSeconds: fc.integer({ min: 3, max: 60 }),
  }),
  http: fc.record({
    port: fc.integer({ min: 0, max: 65_535 }),
    bind: fc.constantFrom('127.0.0.1', '::1', 'localhost'),
  }),
});

it('reads back whatever valid configuration is written, in any style of YAML', () => {
  const styles = fc.constantFrom(
    {},
    { collectionStyle: 'flow' as const },
    { defaultStringType: 'QUOTE_DOUBLE' as const },
  );
  fc.assert(
    fc.property(config, styles, (given, style) => {
      const settings = settingsOf(stringify(given, style));
      const { signature, algorithms, otp, ...upstream } = given.upstream;
      expect(settings).toMatchObject({
        ...given,
        upstream: {
          ...upstream,
          signature: { mode: signature, algorithms },
          otp: { validMs: otp.validSeconds * 1000, resendMs: otp.resendSeconds * 1000 },
        },
      });
      expect(Object.keys(settings.policy.purposes).sort()).toEqual(Object.keys(given.policy.purposes).sort());
    }),
  );
});

it('never throws, whatever the text, and always names a place in it', () => {
  const yamlish = fc
    .array(fc.constantFrom('site', 'upstream', ': ', ':', '{', '}', '[', ']', ', ', '\n', '  ', '\t', '"', "'", '- '), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));
  const signs = fc
    .array(fc.constantFrom('&a', '*a', '!t', '|', '>', '%', '@', '#', '---', '? ', '<<', '~', 'x', '1'))
    .map((all) => all.join(' '));
  const torn = fc
    .tuple(fc.nat(smallest.length), fc.nat(smallest.length), fc.string())
    .map(([from, to, put]) => smallest.slice(0, from) + put + smallest.slice(to));
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), yamlish, signs, torn), (text) => {
      const parsed = parse(text);
      for (const problem of parsed.ok ? [] : parsed.problems) {
        expect(problem.line).toBeGreaterThanOrEqual(1);
        expect(problem.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
        expect(problem.column).toBeGreaterThanOrEqual(1);
        expect(problem.reason).not.toBe('');
        expect(problem.reason).not.toContain('\n');
      }
    }),
    { numRuns: 500 },
  );
});

it('never throws for any value under any key, and has at least one reason where it refuses', () => {
  const path = fc.constantFrom('site', 'upstream', 'policy', 'privacy', 'limits', 'kiosk', 'http');
  const inner = fc.constantFrom(
    'id',
    'baseUrl',
    'apiKey',
    'jwks',
    'purposes',
    'keep',
    'perNumber',
    'languages',
    'port',
  );
  fc.assert(
    fc.property(path, inner, fc.jsonValue({ maxDepth: 3 }), (section, key, value) => {
      const parsed = parse(stringify({ [section]: { [key]: value } }));
      expect(parsed.ok).toBe(false);
      expect(problemsOf(stringify({ [section]: value })).length).toBeGreaterThan(0);
    }),
  );
});

it('a status that both admits and refers is refused, all else of a rule is taken', () => {
  fc.assert(
    fc.property(statuses, statuses, (admit, refer) => {
      const text = smallest.replace('{admit: [2], refer: [1]}', JSON.stringify({ admit, refer }));
      const both = admit.filter((status) => refer.includes(status));
      const none = admit.length + refer.length === 0;
      expect(problemsOf(text)).toHaveLength(both.length + (none ? 1 : 0));
    }),
  );
});
