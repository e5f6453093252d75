/**
 * The keys of passes: the terminal's own, which signs, and those of the site's other terminals, which are trusted. Each
 * is an Ed25519 key of its own, apart from the one that signs the log. Part of the core.
 */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { Settings } from '../config/settings.ts';
import type { Secrets } from '../ports.ts';
import { privateKeyOf } from '../tree/terminal-key.ts';

type Site = Pick<Settings['site'], 'id' | 'terminal'>;

/** A key that passes are checked with, and whose passes these are. */
export interface PassVerifier {
  readonly site: string;
  readonly terminal: string;
  /** The thumbprint of RFC 7638. */
  readonly kid: string;
  readonly publicKey: KeyObject;
}

/** The terminal's own key. */
export interface PassKey extends PassVerifier {
  readonly privateKey: KeyObject;
  /** As another terminal takes it under `passes.trust`. */
  readonly text: string;
}

/** Reads the terminal's key, or makes it. */
export function openPassKey(site: Site, secrets: Secrets): PassKey {
  const privateKey = privateKeyOf(secrets.key('pass', 32));
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { ...buildVerifier(site, x), privateKey, text: `${site.id}/${site.terminal}+${x}` };
}

/** Site and terminal as the configuration writes them, and the 32 bytes of the key in base64url. */
const verifierText = /^([a-z0-9-]{1,32})\/([a-z0-9-]{1,32})\+([A-Za-z0-9_-]{43})$/;

/** Reads a key from its text, `hq/gate-2+...`; undefined when the text is something else. */
export function readPassVerifier(text: string): PassVerifier | undefined {
  const [, id, terminal, x] = verifierText.exec(text) ?? [];
  if (id === undefined || terminal === undefined || x === undefined || !isCanonical(x)) {
    return undefined;
  }
  return buildVerifier({ id, terminal }, x);
}

/** Whether a base64url text is the one that its bytes are written as: some others read as the same bytes. */
export function isCanonical(text: string): boolean {
  return Buffer.from(text, 'base64url').toString('base64url') === text;
}

function buildVerifier({ id, terminal }: Site, x: string): PassVerifier {
  const jwk = { crv: 'Ed25519', kty: 'OKP', x };
  return {
    site: id,
    terminal,
    kid: createHash('sha256').update(JSON.stringify(jwk)).digest('base64url'),
    publicKey: createPublicKey({ key: jwk, format: 'jwk' }),
  };
}
