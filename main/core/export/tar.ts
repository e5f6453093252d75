/** A tar archive (POSIX ustar) of one folder, as any `tar` opens it. Pure. */
import type { ManifestFile } from '../../contract/public.ts';

const block = 512;

/** Files as large as eleven octal digits can say: 8 GiB. */
const mostBytes = 8 ** 11 - 1;

/** The header of a file: its name in a folder, its size, its time in seconds since 1970. */
export function tarHeader(folder: string, { name, bytes }: Omit<ManifestFile, 'sha256'>, time: number): Uint8Array {
  if (Buffer.byteLength(folder) > 155 || Buffer.byteLength(name) > 100 || bytes > mostBytes) {
    throw new RangeError('a tar archive cannot hold a file of this name or size');
  }
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => `${Math.floor(value).toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(bytes, 11), 124);
  header.write(octal(Math.max(0, time), 11), 136);
  // The checksum is made as if it were blanks.
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\u000000', 257);
  header.write(folder, 345);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** What fills the last block of a file. */
export function tarPadding(bytes: number): Uint8Array {
  return Buffer.alloc((block - (bytes % block)) % block);
}

/** What ends an archive. */
export const tarEnd: Uint8Array = Buffer.alloc(2 * block);
