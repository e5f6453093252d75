/** What the configuration keeps elsewhere, and that no problem ever tells a secret. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { problemsOf, settingsOf, smallest } from './parse.ts';

const withKey = (apiKey: string) => smallest.replace('key-of-the-test', apiKey);
const withJwks = (jwks: string) => smallest.replace('key-of-the-test', `k, signature: required, jwks: ${jwks}`);

describe('the API key', () => {
  it('may stand in the file, in another file or in a variable', () => {
    const files = { '/etc/pravesh/key.txt': '  from-the-file\n', '/run/key': 'absolute' };
    const env = { PRAVESH_API_KEY: 'from-the-variable' };
    expect(settingsOf(withKey('plain')).upstream.apiKey).toBe('plain');
    expect(settingsOf(withKey('{file: key.txt}'), { files }).upstream.apiKey).toBe('from-the-file');
    expect(settingsOf(withKey('{file: ./key.txt}'), { files }).upstream.apiKey).toBe('from-the-file');
    expect(settingsOf(withKey('{file: /run/key}'), { files }).upstream.apiKey).toBe('absolute');
    expect(settingsOf(withKey('{env: PRAVESH_API_KEY}'), { env }).upstream.apiKey).toBe('from-the-variable');
  });

  it.each([
    ['', 'must be a text in quotes, {file: PATH} or {env: NAME}'],
    ['12345', 'must be a text in quotes, {file: PATH} or {env: NAME}'],
    ['{file: a, env: b}', 'must be a text in quotes, {file: PATH} or {env: NAME}'],
    ['{flie: a}', 'must be a text in quotes, {file: PATH} or {env: NAME}'],
    ['""', 'is empty'],
    ['"two words"', 'must be at most 512 letters, digits and signs of ASCII, without spaces'],
    ['कुंजी', 'must be at most 512 letters, digits and signs of ASCII, without spaces'],
    ['{file: none.txt}', 'there is no such file (its path starts at the folder of the configuration)'],
    ['{file: empty.txt}', 'is empty'],
    ['{env: PRAVESH_NONE}', 'the environment variable that it names is not set'],
    ['{env: toString}', 'the environment variable that it names is not set'],
  ])('given as %s is refused', (apiKey, reason) => {
    const problems = problemsOf(withKey(apiKey), { files: { '/etc/pravesh/empty.txt': ' \n' } });
    expect(problems).toEqual([expect.stringMatching(/^2:\d+ upstream\.apiKey: /)]);
    expect(problems[0]).toContain(`upstream.apiKey: ${reason}`);
  });

  it('must be given', () => {
    expect(problemsOf(smallest.replace(', apiKey: key-of-the-test', ''))).toEqual([
      '2:1 upstream.apiKey: is missing: give a text in quotes, {file: PATH} or {env: NAME}',
    ]);
  });
});

describe('the keys of the upstream', () => {
  const set = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'AAAA', kid: '1' }] });

  it('may be an address or a file, which is read at once', () => {
    expect(settingsOf(withJwks('"https://u.example/keys.json"')).upstream.signature.jwks).toEqual({
      url: 'https://u.example/keys.json',
    });
    expect(settingsOf(withJwks('"http://localhost:1/keys"')).upstream.signature.jwks).toEqual({
      url: 'http://localhost:1/keys',
    });
    const files = { '/etc/pravesh/keys.json': set };
    expect(settingsOf(withJwks('./keys.json'), { files }).upstream.signature.jwks).toEqual({ json: set });
  });

  it.each([
    ['{}', 'the file must be a JWK set: {"keys": [...]}'],
    ['[]', 'the file must be a JWK set: {"keys": [...]}'],
    ['{"keys": []}', 'the file holds no key'],
    ['{"keys": [{"kty": "oct", "k": "AAAA"}]}', 'the file must hold public keys of the kinds OKP, EC or RSA'],
    [
      '{"keys": [{"kty": "EC", "x": "A", "y": "B", "d": "SECRET"}]}',
      'the file holds a private key: give the public one',
    ],
    ['{"keys"', 'the file is not JSON'],
  ])('in a file with %s are refused', (text, reason) => {
    const problems = problemsOf(withJwks('./keys.json'), { files: { '/etc/pravesh/keys.json': text } });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`upstream.jwks: ${reason}`);
    expect(problems[0]).not.toContain('SECRET');
  });

  it('over an unsafe address are refused', () => {
    expect(problemsOf(withJwks('"http://u.example/keys"'))[0]).toContain('upstream.jwks: must start with https://');
    expect(problemsOf(withJwks('./none.json'))[0]).toContain('upstream.jwks: there is no such file');
  });
});

/** A key that occurs nowhere else; awkward in YAML. */
const secret = fc
  .tuple(fc.constantFrom('', '*', '&', '!', '{', '[', '"', "'", '@', '%', ': ', '- ', '#'), fc.uuid())
  .map(([sign, id]) => ({ text: `${sign}${id}`, core: id }));

describe('a secret', () => {
  it('never stands in a problem, however it was put into the file', () => {
    const ways = fc.constantFrom(
      (key: string) => withKey(key),
      (key: string) => withKey(`{${key}}`),
      (key: string) => withKey(`{env: ${key}}`),
      (key: string) => withKey(`{file: ${key}}`),
      (key: string) => withKey(`[${key}]`),
      (key: string) => withKey(`{${key}: 1, ${key}: 2}`),
      (key: string) => withKey(JSON.stringify(`${key} and more`)),
      (key: string) => withKey(`"${key}`),
      (key: string) => withKey(`k,${key}`),
      (key: string) => smallest.replace('apiKey: key-of-the-test', `apikey: {${key}}`),
      (key: string) => smallest.replace('apiKey: key-of-the-test', `api-key: ${key}`),
    );
    fc.assert(
      fc.property(secret, ways, ({ text, core }, way) => {
        expect(problemsOf(way(text)).join('\n')).not.toContain(core);
      }),
    );
  });

  it('never stands in the problems of the rest of the file', () => {
    const broken = fc.constantFrom(
      (text: string) => `${text}nonsense: [`,
      (text: string) => text.replace('hq', 'HQ'),
      (text: string) => text.replace('visitor', 'Visitor'),
      (text: string) => `\t${text}`,
      (text: string) => text + text,
    );
    fc.assert(
      fc.property(secret, broken, ({ text, core }, way) => {
        const problems = problemsOf(way(withKey(stringify(text).trim())));
        expect(problems.length).toBeGreaterThan(0);
        expect(problems.join('\n')).not.toContain(core);
      }),
    );
  });

  it('that was read from a file or a variable never stands in a problem', () => {
    fc.assert(
      fc.property(secret, fc.constantFrom('{file: key}', '{env: KEY}'), ({ core }, way) => {
        const value = `${core} with spaces`;
        const problems = problemsOf(withKey(way), { files: { '/etc/pravesh/key': value }, env: { KEY: value } });
        expect(problems).toHaveLength(1);
        expect(problems[0]).not.toContain(core);
      }),
    );
  });
});
