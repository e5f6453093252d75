/**
 * The baseline of verifying: hashes each line of the file that is named as its leaf is hashed (RFC 9162 section 2.1.1),
 * and nothing else. A program of its own, as `pravesh verify` is one. Part of `npm run bench`.
 */
import { hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

const newline = 0x0a;

/** @returns how many lines there were */
async function hashLines(path: string): Promise<number> {
  let count = 0;
  let rest = Buffer.from([newline]);
  for await (const part of createReadStream(path, { highWaterMark: 1024 * 1024 })) {
    const bytes = Buffer.concat([rest, part]);
    let start = 0;
    for (let end = bytes.indexOf(newline, 1); end !== -1; end = bytes.indexOf(newline, end + 1)) {
      // The end of the line before makes place for the byte that a leaf begins with.
      bytes[start] = 0;
      hash('sha256', bytes.subarray(start, end), 'buffer');
      count += 1;
      start = end;
    }
    rest = bytes.subarray(start);
  }
  return count;
}

process.stdout.write(`${await hashLines(process.argv[2] ?? '')}\n`);
