/** Drives as each platform shows them: removable ones, once each, with what a person calls them. */
import { describe, expect, it } from 'vitest';
import { type DrivePlace, findDrives } from '../../../main/platform/drives.ts';
import { parseMounts } from '../../../main/platform/mounts.ts';

const mountinfo = [
  '22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw,errors=remount-ro',
  '23 22 0:21 / /proc rw,nosuid - proc proc rw',
  '90 22 8:17 / /media/asha/MY\\040STICK rw,nosuid,nodev shared:50 - vfat /dev/sdb1 rw,uid=1000',
  '91 22 8:17 / /mnt/again rw - vfat /dev/sdb1 rw',
  '92 22 8:33 / /media/asha/External ro,nosuid - ext4 /dev/sdc1 ro',
  '93 22 8:49 / /media/asha/gone rw - vfat /dev/sdd1 rw',
  'nonsense',
  '',
].join('\n');

const block = '/sys/devices/pci0000:00/0000:00:14.0';
const realPaths: Readonly<Record<string, string>> = {
  '/sys/dev/block/8:2': `${block}/ata1/block/sda/sda2`,
  '/sys/dev/block/8:17': `${block}/usb1/1-1/block/sdb/sdb1`,
  '/sys/dev/block/8:33': `${block}/usb2/2-1/block/sdc/sdc1`,
  '/sys/dev/block/8:49': `${block}/usb2/2-2/block/sdd/sdd1`,
};
const texts: Readonly<Record<string, string>> = {
  '/proc/self/mountinfo': mountinfo,
  [`${block}/ata1/block/sda/removable`]: '0\n',
  [`${block}/usb1/1-1/block/sdb/removable`]: '1\n',
  [`${block}/usb1/1-1/block/sdb/device/model`]: 'Ultra Fit        \n',
  [`${block}/usb2/2-1/block/sdc/removable`]: '0\n',
  [`${block}/usb2/2-2/block/sdd/removable`]: '1\n',
};

/** What is there, or what Node throws. */
function readFrom<T>(table: Readonly<Record<string, T>>) {
  return (path: string): T => {
    const found = table[path];
    if (found === undefined) {
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    }
    return found;
  };
}

function place(more: Partial<DrivePlace>): DrivePlace {
  return {
    platform: 'linux',
    readText: readFrom(texts),
    realPath: readFrom(realPaths),
    list: readFrom<string[]>({}),
    device: readFrom<number>({}),
    freeBytes: readFrom({ '/media/asha/MY STICK': 1_000, '/media/asha/External': 2_000 }),
    isWritable: () => true,
    ...more,
  };
}

describe('on Linux', () => {
  it('finds what is removable or hangs on USB, once each, and leaves out what does not answer', () => {
    expect(findDrives(place({}))).toEqual([
      { name: 'MY STICK, Ultra Fit', folder: '/media/asha/MY STICK', freeBytes: 1_000, readOnly: false },
      { name: 'External', folder: '/media/asha/External', freeBytes: 2_000, readOnly: true },
    ]);
  });

  it('says of a folder that may not be written that it is read-only', () => {
    const drives = findDrives(place({ isWritable: () => false }));
    expect(drives.map(({ readOnly }) => readOnly)).toEqual([true, true]);
  });

  it('finds nothing where there is no mount table', () => {
    expect(findDrives(place({ readText: readFrom<string>({}) }))).toEqual([]);
  });

  it('reads the mount table of this machine', () => {
    if (process.platform === 'linux') {
      expect(() => findDrives()).not.toThrow();
    }
  });
});

it('on macOS finds the volumes but that of the system', () => {
  const drives = findDrives(
    place({
      platform: 'darwin',
      list: readFrom({ '/Volumes': ['Macintosh HD', 'STICK', 'ejected'] }),
      device: readFrom({ '/': 1, '/Volumes/Macintosh HD': 1, '/Volumes/STICK': 2 }),
      freeBytes: readFrom({ '/Volumes/STICK': 5 }),
    }),
  );
  expect(drives).toEqual([{ name: 'STICK', folder: '/Volumes/STICK', freeBytes: 5, readOnly: false }]);
});

it('on Windows finds the letters but that of the system', () => {
  const drives = findDrives(
    place({ platform: 'win32', device: readFrom({ 'C:\\': 1, 'E:\\': 2 }), freeBytes: readFrom({ 'E:\\': 5 }) }),
  );
  expect(drives).toEqual([{ name: 'E:', folder: 'E:\\', freeBytes: 5, readOnly: false }]);
});

it('elsewhere finds none', () => {
  expect(findDrives(place({ platform: 'aix' }))).toEqual([]);
});

it('a line of the mount table that is none is passed over', () => {
  expect(parseMounts('1 2 3\n - \n1 2 x:y / /a rw - t s rw')).toEqual([]);
  expect(parseMounts(mountinfo)).toHaveLength(6);
});
