/**
 * Makes a picture of a page small: it keeps the 256 colours that are seen most. The rest are edges of letters.
 * For pictures only. PNG is RFC 2083.
 */
import { crc32, deflateSync, inflateSync } from 'node:zlib';

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Three bytes each. */
  readonly bytes: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The same picture in fewer bytes. Takes what a browser draws: RGB with 8 bits. */
export function shrinkPng(png: Buffer): Buffer {
  const pixels = readPixels(png);
  const { colours, indexes } = findPalette(pixels);
  const { width, height } = pixels;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits, indexes of a palette.
  head.set([8, 3], 8);
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    lines.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  const palette = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  const parts = [chunk('IHDR', head), chunk('PLTE', palette), chunk('IDAT', deflateSync(lines, { level: 9 }))];
  return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
}

/** The colours that are seen most; each other colour becomes the one of them that is nearest. */
function findPalette({ bytes }: Pixels): { readonly colours: readonly number[]; readonly indexes: Uint8Array } {
  const counts = new Map<number, number>();
  for (let place = 0; place < bytes.length; place += 3) {
    const colour = bytes.readUIntBE(place, 3);
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const all = [...counts].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const colours = all.slice(0, 256);
  const indexOf = new Map(all.map((colour) => [colour, findNearest(colours, colour)]));
  const indexes = Uint8Array.from(
    { length: bytes.length / 3 },
    (_, index) => indexOf.get(bytes.readUIntBE(index * 3, 3)) ?? 0,
  );
  return { colours, indexes };
}

/** The place of the colour that differs least. */
function findNearest(colours: readonly number[], colour: number): number {
  const far = (other: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((other >> shift) & 255) - ((colour >> shift) & 255)) ** 2, 0);
  return colours.reduce((best, other, place) => (far(other) < far(colours[best] ?? 0) ? place : best), 0);
}

function readPixels(png: Buffer): Pixels {
  const data: Buffer[] = [];
  for (let place = signature.length; place < png.length; place += 12 + png.readUInt32BE(place)) {
    if (png.toString('latin1', place + 4, place + 8) === 'IDAT') {
      data.push(png.subarray(place + 8, place + 8 + png.readUInt32BE(place)));
    }
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  if (png.readUInt16BE(24) !== 0x0802) {
    throw new TypeError('a picture of a page is RGB with 8 bits');
  }
  return { width, height, bytes: unfilter(inflateSync(Buffer.concat(data)), width * 3, height) };
}

/** Undoes the filter of each line; what stands to the left and above is 0 at the edges. */
function unfilter(lines: Buffer, length: number, height: number): Buffer {
  const bytes = Buffer.alloc(length * height);
  for (let y = 0; y < height; y += 1) {
    const filter = lines[y * (length + 1)] ?? 0;
    for (let x = 0; x < length; x += 1) {
      const place = y * length + x;
      const left = x < 3 ? 0 : (bytes[place - 3] ?? 0);
      const up = y === 0 ? 0 : (bytes[place - length] ?? 0);
      const corner = x < 3 || y === 0 ? 0 : (bytes[place - length - 3] ?? 0);
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      bytes[place] = ((lines[y * (length + 1) + 1 + x] ?? 0) + (guesses[filter] ?? 0)) & 255;
    }
  }
  return bytes;
}

/** Section 6.6. */
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [fromLeft, fromUp, fromCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (fromLeft <= fromUp && fromLeft <= fromCorner) {
    return left;
  }
  return fromUp <= fromCorner ? up : corner;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
