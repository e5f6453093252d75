/** Both sets of a verifier's tools, of Node and of the page, agree with node:crypto and with each other. */
import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeTools } from '../../../../main/cli/verify/node-tools.ts';
import { browserTools } from '../../../../renderer/verify/browser-tools.ts';

const bytes = fc.uint8Array({ maxLength: 200 });

describe.each([
  ['Node', nodeTools],
  ['the page', browserTools],
])('the tools of %s', (_name, tools) => {
  test('give what the standards publish', () => {
    const utf8 = (text: string) => Uint8Array.from(Buffer.from(text));
    const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
    // FIPS 180-4, "abc".
    expect(Buffer.from(tools.sha256(utf8('abc'))).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
    // RFC 4231, test case 2.
    expect(tools.hmacSha256(utf8('Jefe'), utf8('what do ya want for nothing?'))).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    // RFC 8032 section 7.1, test 2.
    const key = hex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = hex(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da' +
        '085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(tools.checkSignature(key, hex('72'), signature)).toBe(true);
    expect(tools.checkSignature(key, hex('73'), signature)).toBe(false);
  });

  test('hash', () => {
    fc.assert(
      fc.property(fc.array(bytes), (parts) => {
        const expected = createHash('sha256').update(Buffer.concat(parts)).digest();
        expect(Buffer.from(tools.sha256(...parts))).toEqual(expected);
        const running = tools.startSha256();
        for (const part of parts) {
          running.update(part);
        }
        expect(running.hex()).toBe(expected.toString('hex'));
        const target = new Uint8Array(40).fill(9);
        tools.hashInto(Buffer.concat(parts), target, 5);
        expect(Buffer.from(target)).toEqual(Buffer.concat([Buffer.alloc(5, 9), expected, Buffer.alloc(3, 9)]));
      }),
    );
  });

  test('make message authentication codes', () => {
    fc.assert(
      fc.property(bytes, bytes, (key, message) => {
        expect(tools.hmacSha256(key, message)).toBe(createHmac('sha256', key).update(message).digest('hex'));
      }),
    );
  });

  test('know UTF-8 from other bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          bytes,
          fc.string({ unit: 'binary' }).map((text) => Uint8Array.from(Buffer.from(text))),
        ),
        (some) => {
          const text = Buffer.from(some).toString('utf8');
          const good = Buffer.from(text).equals(Buffer.from(some));
          expect(tools.isUtf8(some)).toBe(good);
          expect(tools.readUtf8(some)).toBe(good ? text : undefined);
          expect(tools.readBytewise(some)).toHaveLength(some.length);
        },
      ),
    );
  });

  test('check signatures, and take anything for one', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = Uint8Array.from(Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url'));
    const message = Uint8Array.of(1, 2, 3);
    const signature = Uint8Array.from(sign(null, message, privateKey));
    expect(tools.checkSignature(raw, message, signature)).toBe(true);
    expect(tools.checkSignature(raw, Uint8Array.of(1, 2), signature)).toBe(false);
    fc.assert(
      fc.property(bytes, bytes, (key, junk) => {
        expect(tools.checkSignature(key, message, junk)).toBe(false);
      }),
    );
  });
});
