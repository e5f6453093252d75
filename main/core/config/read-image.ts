/**
 * Reads the pictures of a brand, and refuses what a page could not show or should not: the face shows them as pictures,
 * never as documents, so that nothing in them runs.
 * Part of the core. No reason ever repeats what was read.
 */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { fileFault } from './read-secret.ts';
import type { ConfigSources, Reading } from './schema-parts.ts';
import type { BrandImage } from './settings.ts';

/** The most bytes that a mark and a start picture may have: they are read again with each start of the page. */
export const mostMarkBytes = 256 * 1024;
export const mostPictureBytes = 4 * 1024 * 1024;

type Kind = 'svg' | 'png' | 'jpg';

const mediaTypes = { svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg' } as const satisfies Record<
  Kind,
  string
>;

/** The mark of the venue: SVG or PNG, at least 64 pixels in each direction. */
export function readMark(path: string, sources: ConfigSources): Reading<BrandImage> {
  return readImage(path, sources, { name: 'mark', kinds: ['svg', 'png'], mostBytes: mostMarkBytes, leastPixels: 64 });
}

/** The picture of the start screen: PNG or JPEG, at least 800 pixels in each direction. */
export function readPicture(path: string, sources: ConfigSources): Reading<BrandImage> {
  const kinds = ['png', 'jpg'] as const;
  return readImage(path, sources, { name: 'picture', kinds, mostBytes: mostPictureBytes, leastPixels: 800 });
}

interface Wanted {
  readonly name: string;
  readonly kinds: readonly Kind[];
  readonly mostBytes: number;
  readonly leastPixels: number;
}

function readImage(path: string, sources: ConfigSources, wanted: Wanted): Reading<BrandImage> {
  let bytes: Uint8Array;
  try {
    bytes = sources.readBytes(resolve(sources.folder, path));
  } catch (error) {
    return { reason: fileFault(error) };
  }
  if (bytes.length > wanted.mostBytes) {
    return { reason: `the file is larger than ${wanted.mostBytes / 1024} KiB` };
  }
  const kind = kindOf(bytes);
  if (kind === undefined || !wanted.kinds.includes(kind)) {
    return { reason: `must be a picture of the kind ${wanted.kinds.map((one) => one.toUpperCase()).join(' or ')}` };
  }
  const reason = kind === 'svg' ? judgeSvg(bytes) : judgeSize(sizeOf(bytes, kind), wanted.leastPixels);
  if (reason !== undefined) {
    return { reason };
  }
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { value: { path: `/brand/${wanted.name}-${hash}.${kind}`, mediaType: mediaTypes[kind], bytes } };
}

const pngHead = Buffer.from('89504e470d0a1a0a', 'hex');

/** By what the file is, not by what it is called. */
function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = Buffer.from(bytes.subarray(0, 1024));
  if (head.subarray(0, 8).equals(pngHead)) {
    return 'png';
  }
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) {
    return 'jpg';
  }
  return /^\uFEFF?\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(head.toString('utf8'))
    ? 'svg'
    : undefined;
}

/** What may not be in a mark, with the words for it. A page that shows it as a picture would load and run none of it. */
const refusedInSvg: readonly (readonly [RegExp, string])[] = [
  [/<script[\s>]/i, 'holds a script: take it out'],
  [/\son[a-z]+\s*=/i, 'holds an event handler (on...=): take it out'],
  [/<!(DOCTYPE|ENTITY)/i, 'holds a document type: take it out'],
  [/(href|src)\s*=\s*["']\s*(?!#|data:image\/)/i, 'refers to another file: put it into the picture'],
  [/url\(\s*["']?\s*(?!#|["']?data:image\/)[^)#]/i, 'refers to another file: put it into the picture'],
];

function judgeSvg(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString('utf8');
  const found = refusedInSvg.find(([pattern]) => pattern.test(text));
  if (found !== undefined) {
    return found[1];
  }
  // Without a size of its own it would be shown as large as the browser likes.
  return /<svg[^>]*\sviewBox\s*=/.test(text) ? undefined : 'has no viewBox, so that nobody knows its shape';
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function judgeSize(size: Size | undefined, least: number): string | undefined {
  if (size === undefined) {
    return 'the picture is not whole';
  }
  const isLarge = size.width >= least && size.height >= least;
  return isLarge ? undefined : `is ${size.width} x ${size.height} pixels, and needs ${least} x ${least} or more`;
}

/** Width and height from the head of a PNG (its IHDR) or of a JPEG (its frame, ITU T.81 B.2.2). */
function sizeOf(bytes: Uint8Array, kind: 'png' | 'jpg'): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === 'png') {
    return bytes.length < 24 ? undefined : { width: view.getUint32(16), height: view.getUint32(20) };
  }
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (view.getUint8(at) !== 0xff) {
      return undefined;
    }
    if (isFrame) {
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
