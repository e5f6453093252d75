/**
 * Certificates for tests of TLS, made on the spot with node:crypto alone: a bare machine may have no `openssl` program.
 * DER after RFC 5280, ECDSA P-256 with SHA-256. For tests only.
 */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, in PEM, as node:tls takes them. */
export interface KeyedCertificate {
  readonly cert: string;
  readonly key: string;
}

export interface LeafOptions {
  readonly hostNames?: readonly string[];
  /** IPv4, as `127.0.0.1`. */
  readonly addresses?: readonly string[];
  /** Years since 1970; a leaf holds from 2000 to 2099 unless told. */
  readonly notAfter?: Date;
}

/** An authority of its own; whoever trusts `ca` accepts what it issues. */
export interface Authority {
  readonly ca: string;
  issue(options: LeafOptions): KeyedCertificate;
}

const begin = new Date('2000-01-01T00:00:00Z');
const end = new Date('2099-01-01T00:00:00Z');
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'));

/** Builds an authority with a fresh key. */
export function buildAuthority(name = 'Pravesh test authority'): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const extensions = [extension('551d13', sequence(der(0x01, Buffer.from([0xff]))))];
  const own = { subject: name, issuer: name, publicKey: keys.publicKey, notAfter: end, extensions };
  return {
    ca: certify(own, keys.privateKey),
    issue: (options) => issue(options, name, keys.privateKey),
  };
}

/** A certificate that vouches for itself. */
export function buildSelfSigned(options: LeafOptions): KeyedCertificate {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const own = { ...leaf(options), issuer: 'leaf', publicKey: keys.publicKey };
  return { cert: certify(own, keys.privateKey), key: pemOf(keys.privateKey) };
}

function issue(options: LeafOptions, issuer: string, signer: KeyObject): KeyedCertificate {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    cert: certify({ ...leaf(options), issuer, publicKey: keys.publicKey }, signer),
    key: pemOf(keys.privateKey),
  };
}

interface ToCertify {
  readonly subject: string;
  readonly issuer: string;
  readonly publicKey: KeyObject;
  readonly notAfter: Date;
  readonly extensions: readonly Buffer[];
}

function leaf(options: LeafOptions): Omit<ToCertify, 'issuer' | 'publicKey'> {
  const names = (options.hostNames ?? []).map((name) => der(0x82, Buffer.from(name)));
  const addresses = (options.addresses ?? []).map((address) => der(0x87, Buffer.from(address.split('.').map(Number))));
  return {
    subject: 'leaf',
    notAfter: options.notAfter ?? end,
    extensions: [extension('551d11', sequence(...names, ...addresses))],
  };
}

function certify({ subject, issuer, publicKey, notAfter, extensions }: ToCertify, signer: KeyObject): string {
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(8)]);
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    ecdsaWithSha256,
    nameOf(issuer),
    sequence(time(begin), time(notAfter)),
    nameOf(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  const signature = der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', body, signer)]));
  const text = sequence(body, ecdsaWithSha256, signature).toString('base64');
  const lines = (text.match(/.{1,64}/g) ?? []).join('\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function pemOf(key: KeyObject): string {
  return String(key.export({ type: 'pkcs8', format: 'pem' }));
}

function nameOf(commonName: string): Buffer {
  return sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(commonName)))));
}

function time(date: Date): Buffer {
  return der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), der(0x04, value));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, Buffer.concat(parts));
}

function der(tag: number, content: Buffer): Buffer {
  const size = content.byteLength;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}
