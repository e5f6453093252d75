/** The doctor's look at the door to other machines. */
import { describe, expect, it } from 'vitest';
import { checkDoor, ownAddresses } from '../../../../main/cli/doctor/door-check.ts';
import { buildSelfSigned } from '../../../support/certificates.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const day = 86_400_000;
const local = { port: 4780, bind: '127.0.0.1', trustedProxies: [] };
const publicUrl = 'https://gate-1.example';
const addresses = ['127.0.0.1', '10.0.0.7'];

function withCertificate(days: number, url: string = publicUrl) {
  const options = { hostNames: ['gate-1.example'], addresses: ['10.0.0.7'], notAfter: new Date(now + days * day) };
  return { ...local, bind: '10.0.0.7', publicUrl: url, tls: buildSelfSigned(options) };
}

describe('the door to other machines', () => {
  it('is not looked at where there is none', () => {
    expect(checkDoor(local, now, addresses)).toBeUndefined();
  });

  it('is well behind a proxy', () => {
    const check = checkDoor({ ...local, publicUrl, trustedProxies: ['127.0.0.1'] }, now, addresses);
    expect(check).toMatchObject({ ok: true, detail: `reach it at ${publicUrl}, through the proxy at 127.0.0.1` });
  });

  it.each([publicUrl, 'https://10.0.0.7:4780'])('is well with a certificate for %s', (url) => {
    const check = checkDoor(withCertificate(100, url), now, addresses);
    expect(check).toMatchObject({ ok: true, detail: expect.stringContaining('certificate until 2027-03-03') });
  });

  it.each([
    ['has expired', withCertificate(-1), 'has expired on 2026-11-22'],
    ['expires soon', withCertificate(13), 'expires on 2026-12-06'],
    ['is for another host', withCertificate(100, 'https://gate-2.example'), 'is not for gate-2.example'],
  ])('is not well when the certificate %s', (_what, doors, detail) => {
    const check = checkDoor(doors, now, addresses);
    expect(check).toMatchObject({ ok: false, detail: `the certificate ${detail}` });
  });

  it('is not well before the certificate is valid', () => {
    expect(checkDoor(withCertificate(100), Date.parse('1999-12-31T00:00:00Z'), addresses)).toMatchObject({
      ok: false,
      detail: 'the certificate is not valid yet',
    });
  });

  it('is not well at an address that this machine has not', () => {
    const check = checkDoor({ ...withCertificate(100), bind: '10.0.0.8' }, now, addresses);
    expect(check).toMatchObject({ ok: false, detail: '10.0.0.8 is no address of this machine now' });
    expect(check?.todo).toContain('10.0.0.7');
    expect(ownAddresses()).toContain('127.0.0.1');
  });
});
