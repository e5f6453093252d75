/** `kiosk.brand`: the venue's pictures and words, and what is refused of them. */
import { describe, expect, test } from 'vitest';
import { mostMarkBytes } from '../../../../main/core/config/read-image.ts';
import { problemsOf, settingsOf, smallest } from './parse.ts';

const svg = (inside = '', head = 'viewBox="0 0 10 10"') =>
  Buffer.from(`<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg" ${head}>${inside}</svg>`);

function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function jpeg(width: number, height: number): Uint8Array {
  const frame = Buffer.from('ffc0001108000000000301220002110103110100', 'hex');
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  // Another segment comes before the frame, as in every file of a camera.
  return Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), frame]);
}

const withBrand = (lines: string) => `${smallest}kiosk:\n  brand: ${lines}\n`;
const images = (name: string, bytes: Uint8Array) => ({ images: { [`/etc/pravesh/${name}`]: bytes } });

describe('a picture', () => {
  test('is read with its kind and a name that changes with it', () => {
    const { brand } = settingsOf(withBrand('{mark: ./mark.svg}'), images('mark.svg', svg('<path d="M0 0"/>'))).kiosk;
    expect(brand.mark).toMatchObject({ mediaType: 'image/svg+xml' });
    expect(brand.mark?.path).toMatch(/^\/brand\/mark-[0-9a-f]{16}\.svg$/);
    const other = settingsOf(withBrand('{mark: mark.svg}'), images('mark.svg', svg('<path d="M1 1"/>'))).kiosk.brand;
    expect(other.mark?.path).not.toBe(brand.mark?.path);
  });

  test('is told by what it is, not by its name', () => {
    const { brand } = settingsOf(withBrand('{mark: mark.svg, picture: hall.png}'), {
      images: { '/etc/pravesh/mark.svg': png(64, 64), '/etc/pravesh/hall.png': jpeg(1920, 1080) },
    }).kiosk;
    expect([brand.mark?.mediaType, brand.picture?.mediaType]).toEqual(['image/png', 'image/jpeg']);
  });

  test.each([
    ['a script', svg('<script>1</script>'), 'holds a script: take it out'],
    ['an event handler', svg('<g onload="1"/>'), 'holds an event handler (on...=): take it out'],
    ['an entity', Buffer.from('<svg viewBox="0 0 1 1"><!ENTITY a "b"></svg>'), 'holds a document type: take it out'],
    ['another file', svg('<image href="https://x.example/a.png"/>'), 'refers to another file: put it into the picture'],
    [
      'a font elsewhere',
      svg('<style>@import url(//x/y.css)</style>'),
      'refers to another file: put it into the picture',
    ],
    ['no shape', svg('', 'width="10"'), 'has no viewBox, so that nobody knows its shape'],
    ['something else', Buffer.from('GIF89a'), 'must be a picture of the kind SVG or PNG'],
    ['too few pixels', png(63, 64), 'is 63 x 64 pixels, and needs 64 x 64 or more'],
    ['half a head', png(64, 64).subarray(0, 20), 'the picture is not whole'],
    ['too much', Buffer.concat([svg(), Buffer.alloc(mostMarkBytes)]), 'the file is larger than 256 KiB'],
  ])('as mark with %s is refused', (_, bytes, reason) => {
    expect(problemsOf(withBrand('{mark: mark.svg}'), images('mark.svg', bytes))).toEqual([
      `5:17 kiosk.brand.mark: ${reason}`,
    ]);
  });

  test('may refer to itself and hold pictures', () => {
    const inside = '<use href="#a"/><rect fill="url(#b)"/><image href="data:image/png;base64,AA=="/>';
    expect(problemsOf(withBrand('{mark: mark.svg}'), images('mark.svg', svg(inside)))).toEqual([]);
  });

  test('of the start is large; an SVG is none', () => {
    const of = (bytes: Uint8Array) => problemsOf(withBrand('{picture: hall.jpg}'), images('hall.jpg', bytes));
    expect(of(jpeg(800, 800))).toEqual([]);
    expect(of(jpeg(1920, 799))).toEqual([
      '5:20 kiosk.brand.picture: is 1920 x 799 pixels, and needs 800 x 800 or more',
    ]);
    expect(of(svg())).toEqual(['5:20 kiosk.brand.picture: must be a picture of the kind PNG or JPG']);
    expect(of(jpeg(800, 800).subarray(0, 24))).toEqual(['5:20 kiosk.brand.picture: the picture is not whole']);
  });

  test('that is missing is named', () => {
    expect(problemsOf(withBrand('{mark: mark.svg}'))).toEqual([
      '5:17 kiosk.brand.mark: there is no such file (its path starts at the folder of the configuration)',
    ]);
  });
});

test('a welcome is one line in each language', () => {
  const { brand } = settingsOf(withBrand('{welcome: {en: Welcome to the museum, hi: स्वागत है}}')).kiosk;
  expect(brand.welcome).toEqual({ en: 'Welcome to the museum', hi: 'स्वागत है' });
  expect(problemsOf(withBrand(`{welcome: {en: ${'x'.repeat(61)}}}`))).toHaveLength(1);
  expect(problemsOf(withBrand('{welcome: {xx: Hello}}'))).toHaveLength(1);
});
