/**
 * Which removable media are mounted: Linux says it in its mount table and in /sys, macOS mounts them under /Volumes,
 * Windows gives them letters.
 * Runs in Node, in every host.
 */
import { accessSync, constants, readdirSync, readFileSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { MountedDrive } from '../core/ports.ts';
import { type Mount, parseMounts } from './mounts.ts';

/** The parts of a machine that drives are read from; given in tests. Each function throws where there is nothing. */
export interface DrivePlace {
  readonly platform: NodeJS.Platform;
  readText(path: string): string;
  realPath(path: string): string;
  list(folder: string): string[];
  /** The number of the device that a path lies on. */
  device(path: string): number;
  freeBytes(folder: string): number;
  isWritable(folder: string): boolean;
}

/** Finds them. A medium that does not answer is left out; none of it throws. */
export function findDrives(place: DrivePlace = thisMachine()): MountedDrive[] {
  switch (place.platform) {
    case 'linux':
      return linuxDrives(place);
    case 'darwin':
      return volumes(place);
    case 'win32':
      return letters(place);
    default:
      return [];
  }
}

function thisMachine(): DrivePlace {
  return {
    platform: process.platform,
    readText: (path) => readFileSync(path, 'utf8'),
    realPath: (path) => realpathSync(path),
    list: (folder) => readdirSync(folder),
    device: (path) => statSync(path).dev,
    freeBytes: (folder) => {
      const { bavail, bsize } = statfsSync(folder);
      return bavail * bsize;
    },
    isWritable: (folder) => {
      try {
        accessSync(folder, constants.W_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** What a function answers, or undefined where it throws. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function linuxDrives(place: DrivePlace): MountedDrive[] {
  const table = attempt(() => place.readText('/proc/self/mountinfo')) ?? '';
  // A medium that is mounted twice is one drive, at the place where it was mounted first.
  const seen = new Set<string>();
  return parseMounts(table).flatMap((mount) => {
    const model = removableModel(mount, place);
    if (model === undefined || seen.has(mount.device)) {
      return [];
    }
    seen.add(mount.device);
    return describe(mount.folder, [basename(mount.folder), model], mount.readOnly, place);
  });
}

/** What a removable disk calls itself, or undefined when the mount is of no such disk: the disk is above its partition. */
function removableModel({ device }: Mount, place: DrivePlace): string | undefined {
  const block = attempt(() => place.realPath(`/sys/dev/block/${device}`));
  if (block === undefined) {
    return undefined;
  }
  for (const disk of [block, dirname(block)]) {
    const removable = attempt(() => place.readText(join(disk, 'removable')))?.trim();
    if (removable !== undefined) {
      // Many a stick and every external disk says 0, and hangs on USB all the same.
      const isOne = removable === '1' || /\/usb\d+\//.test(disk);
      return isOne ? (attempt(() => place.readText(join(disk, 'device', 'model'))) ?? '').trim() : undefined;
    }
  }
  return undefined;
}

/** The system's own disk stands there as well, as a link to the root. */
function volumes(place: DrivePlace): MountedDrive[] {
  const root = attempt(() => place.device('/'));
  return (attempt(() => place.list('/Volumes')) ?? []).flatMap((name) => {
    const folder = `/Volumes/${name}`;
    const device = attempt(() => place.device(folder));
    return device === undefined || device === root ? [] : describe(folder, [name], false, place);
  });
}

/** Every letter but A and B and that of the system. */
function letters(place: DrivePlace): MountedDrive[] {
  const system = attempt(() => place.device('C:\\'));
  return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ').flatMap((letter) => {
    const folder = `${letter}:\\`;
    const device = attempt(() => place.device(folder));
    return device === undefined || device === system ? [] : describe(folder, [`${letter}:`], false, place);
  });
}

function describe(folder: string, names: readonly string[], readOnly: boolean, place: DrivePlace): MountedDrive[] {
  const freeBytes = attempt(() => place.freeBytes(folder));
  if (freeBytes === undefined) {
    return [];
  }
  const name = names.filter((part) => part !== '').join(', ');
  return [{ name, folder, freeBytes, readOnly: readOnly || !place.isWritable(folder) }];
}
