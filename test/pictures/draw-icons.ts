/**
 * Draws the icons of the packages from build/icons/icon.svg: PNG in the sizes that Linux wants, and the two containers of
 * Windows and macOS, which hold PNG as well.
 * Runs in Node, with a browser.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';

/** Sides in pixels. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;

/** What Windows shows, from a list to a desktop. */
export const icoSizes = [16, 24, 32, 48, 64, 128, 256] as const;

/** The types of the entries of an ICNS file that hold PNG, by the side of the picture. */
export const icnsTypes = { icp4: 16, icp5: 32, icp6: 64, ic07: 128, ic08: 256, ic09: 512, ic10: 1024 } as const;

/** The sum of the drawing that icons were made from, as `made-from` holds it. */
export function sumOf(svg: Buffer): string {
  return `${createHash('sha256').update(svg).digest('hex')}\n`;
}

/** Draws them all into the folder of the drawing. */
export async function drawIcons(browser: Browser, folder: string): Promise<void> {
  const svg = readFileSync(join(folder, 'icon.svg'));
  const pictures = new Map<number, Buffer>();
  for (const size of iconSizes) {
    const picture = await draw(browser, svg.toString(), size);
    pictures.set(size, picture);
    writeFileSync(join(folder, `${size}x${size}.png`), picture);
  }
  const pick = (size: number) => pictures.get(size) ?? Buffer.alloc(0);
  writeFileSync(join(folder, 'icon.ico'), writeIco(icoSizes.map((size) => [size, pick(size)])));
  writeFileSync(
    join(folder, 'icon.icns'),
    writeIcns(Object.entries(icnsTypes).map(([type, size]) => [type, pick(size)])),
  );
  writeFileSync(join(folder, 'made-from'), sumOf(svg));
}

async function draw(browser: Browser, svg: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

/** ICONDIR and one ICONDIRENTRY a picture, then the pictures; a side of 256 is written as 0. */
function writeIco(pictures: readonly (readonly [number, Buffer])[]): Buffer {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  for (const [index, [size, picture]] of pictures.entries()) {
    const at = 6 + 16 * index;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...pictures.map(([, picture]) => picture)]);
}

/** `icns` and the length of all, then for each picture its type and length, heads included. */
function writeIcns(pictures: readonly (readonly [string, Buffer])[]): Buffer {
  const entries = pictures.map(([type, picture]) => Buffer.concat([chunkHead(type, picture.length), picture]));
  const body = Buffer.concat(entries);
  return Buffer.concat([chunkHead('icns', body.length), body]);
}

function chunkHead(type: string, length: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(length + 8, 4);
  return head;
}
