/** Holds electron-builder.yml to the schema of the installed electron-builder, and the icons to their drawing. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { icnsTypes, iconSizes, icoSizes, sumOf } from '../pictures/draw-icons.ts';
import { findRoot } from '../support/root.ts';

const root = findRoot();
const read = (...parts: string[]) => readFileSync(join(root, ...parts));
const text = read('electron-builder.yml').toString();

/** A package that others bring along, as they load it. */
const load = createRequire(join(root, 'node_modules', 'app-builder-lib', 'package.json'));

const configSchema = z.looseObject({
  electronFuses: z.record(z.string(), z.boolean()),
  linux: z.looseObject({ target: z.array(z.string()) }),
  win: z.looseObject({ target: z.array(z.string()), icon: z.string() }),
  mac: z.looseObject({ target: z.array(z.string()), icon: z.string() }),
  deb: z.looseObject({ appArmorProfile: z.string(), fpm: z.array(z.string()) }),
  rpm: z.looseObject({ fpm: z.array(z.string()) }),
});
const config = configSchema.parse(parse(text));

/** What the schema of electron-builder says against a configuration, with the validator that electron-builder uses. */
function judge(value: unknown): string[] {
  const Ajv = z.custom<new (options: object) => Validator>((loaded) => typeof loaded === 'function').parse(load('ajv'));
  const ajv = new Ajv({ allErrors: true, strict: false });
  ajv.validate(JSON.parse(read('node_modules', 'app-builder-lib', 'scheme.json').toString()), value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface Validator {
  validate(schema: unknown, value: unknown): boolean;
  readonly errors: { readonly instancePath: string; readonly message: string }[] | null;
}

describe('electron-builder.yml', () => {
  it('is what the installed electron-builder takes', () => {
    expect(judge(parse(text))).toEqual([]);
    expect(judge({ ...config, unheard: 'of' })).not.toEqual([]);
  });

  it('makes what each platform installs', () => {
    expect(config.linux.target).toEqual(['deb', 'rpm', 'AppImage']);
    expect(config.win.target).toEqual(['nsis']);
    expect(config.mac.target).toEqual(['dmg']);
  });

  it('names no file that is not there', () => {
    const files = [config.win.icon, config.mac.icon, config.deb.appArmorProfile];
    const placed = [...config.deb.fpm, ...config.rpm.fpm].map((pair) => pair.split('=')[0] ?? '');
    expect([...files, ...placed].filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('the fuses', () => {
  const known = z.object({ FuseV1Options: z.record(z.string(), z.union([z.string(), z.number()])) });
  const names = Object.values(known.parse(load('@electron/fuses')).FuseV1Options)
    .filter((name) => typeof name === 'string')
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1));

  it('are all set that the installed @electron/fuses knows', () => {
    expect(names.length).toBeGreaterThanOrEqual(8);
    expect(Object.keys(config.electronFuses).sort()).toEqual(names.sort());
  });

  it('stand in the table as they are set, each with a reason', () => {
    const rows = Array.from(text.matchAll(/^# {3}(\w+) +(true|false) +\S.{20,}$/gm), ([, name, set]) => [
      name,
      set === 'true',
    ]);
    expect(Object.fromEntries(rows)).toEqual(config.electronFuses);
  });
});

describe('the icons', () => {
  const icon = (name: string) => read('build', 'icons', name);
  const sideOf = (png: Buffer) => [png.subarray(1, 4).toString(), png.readUInt32BE(16), png.readUInt32BE(20)];

  it('are made from the drawing as it is: `npm run pictures -- --icons` draws them anew', () => {
    expect(icon('made-from').toString()).toBe(sumOf(icon('icon.svg')));
  });

  it.each(iconSizes)('have a picture of %i pixels', (size) => {
    expect(sideOf(icon(`${size}x${size}.png`))).toEqual(['PNG', size, size]);
  });

  it('of Windows hold the pictures', () => {
    const ico = icon('icon.ico');
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, icoSizes.length]);
    for (const [index, size] of icoSizes.entries()) {
      const at = 6 + 16 * index;
      const from = ico.readUInt32LE(at + 12);
      expect(ico.subarray(from, from + ico.readUInt32LE(at + 8)).equals(icon(`${size}x${size}.png`))).toBe(true);
    }
  });

  it('of macOS hold the pictures', () => {
    const icns = icon('icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    let at = 8;
    for (const [type, size] of Object.entries(icnsTypes)) {
      expect(icns.toString('latin1', at, at + 4)).toBe(type);
      const end = at + icns.readUInt32BE(at + 4);
      expect(icns.subarray(at + 8, end).equals(icon(`${size}x${size}.png`))).toBe(true);
      at = end;
    }
    expect(at).toBe(icns.length);
  });
});
