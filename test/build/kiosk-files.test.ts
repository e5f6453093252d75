/** Checks the units, scripts and configurations that lock a machine down, with the programs that know them. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { findRoot } from '../support/root.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const linux = join(findRoot(), 'build', 'linux');
const windows = join(findRoot(), 'build', 'windows');
const units = readdirSync(linux).filter((file) => /\.(service|timer)$/.test(file));
const read = (file: string) => readFileSync(join(linux, file), 'utf8');

/** Tests whose program this machine lacks say so, and end there. */
function needs(context: TestContext, program: string): void {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (!folders.some((folder) => existsSync(join(folder, program)))) {
    context.skip(`this machine has no ${program}`);
  }
}

describe('the units of systemd', () => {
  it('are those of the installer’s guide', () => {
    const guide = readFileSync(join(findRoot(), 'docs', 'installer.md'), 'utf8');
    expect(readdirSync(linux).filter((file) => !guide.includes(file) && file !== 'apparmor.profile')).toEqual([]);
  });

  it('are right for systemd-analyze', (context) => {
    needs(context, 'systemd-analyze');
    const folder = makeTemporaryFolder();
    for (const unit of units) {
      // The programs are not on this machine; whether they are where the units say is for the installer.
      writeFileSync(join(folder, unit), read(unit).replace(/^ExecStart=\S+/m, 'ExecStart=/bin/true'));
    }
    for (const unit of units) {
      const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', join(folder, unit)], { encoding: 'utf8' });
      expect(
        stderr.split('\n').filter((line) => line.includes('pravesh')),
        unit,
      ).toEqual([]);
    }
  });

  it.each(units.filter((unit) => /kiosk|browser|server/.test(unit)))(
    '%s starts again for ever, as an account of its own',
    (unit) => {
      const text = read(unit);
      for (const line of [
        'Restart=always',
        'StartLimitIntervalSec=0',
        'User=pravesh',
        'ProtectSystem=strict',
        'UMask=0077',
      ]) {
        expect(text).toContain(`\n${line}\n`);
      }
      expect(text).not.toContain('--no-sandbox');
    },
  );

  it('leave Chromium its sandbox: nothing that stops set-user-ID helpers or name spaces', () => {
    const forbidden =
      /^(NoNewPrivileges|RestrictNamespaces|SystemCallFilter|RestrictSUIDSGID|PrivateDevices|LockPersonality)=/m;
    expect(read('pravesh-kiosk.service')).not.toMatch(forbidden);
    expect(read('pravesh-browser.service')).not.toMatch(forbidden);
    expect(read('pravesh-server.service')).toMatch(forbidden);
  });
});

describe('check-health.sh', () => {
  it('is clean for shellcheck', (context) => {
    needs(context, 'shellcheck');
    const { status, stdout } = spawnSync('shellcheck', [join(linux, 'check-health.sh')], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });

  /** Runs it with a systemctl that writes down what it is told; `a` and `b` run, `c` does not. */
  async function check(url: string): Promise<{ code: number; did: string[] }> {
    const folder = makeTemporaryFolder();
    const noted = join(folder, 'did');
    const double = `#!/bin/sh\n[ "$1" = restart ] && echo "$2" >> '${noted}'\n[ "$1" != is-active ] || [ "$3" != c ]\n`;
    writeFileSync(join(folder, 'systemctl'), double);
    chmodSync(join(folder, 'systemctl'), 0o755);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, PRAVESH_CHECK_PAUSE: '0' };
    const child = spawn(join(linux, 'check-health.sh'), [url, 'a', 'c', 'b'], { env, stdio: 'ignore' });
    const code = await new Promise<number>((resolve) => {
      child.on('close', (ended) => resolve(ended ?? -1));
    });
    return { code, did: existsSync(noted) ? readFileSync(noted, 'utf8').trim().split('\n') : [] };
  }

  /** Answers with this status; how often it was asked is in `asked`. */
  async function answering(status: number) {
    const asked = { times: 0 };
    const server = createServer((_request, response) => {
      asked.times += 1;
      response.writeHead(status).end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void server.close());
    const address = server.address();
    return { asked, url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/healthz` };
  }

  it('leaves a kiosk alone that answers', async (context) => {
    needs(context, 'curl');
    const { url } = await answering(200);
    expect(await check(url)).toEqual({ code: 0, did: [] });
  });

  it('restarts what runs, and nothing else, where there is no answer three times', async (context) => {
    needs(context, 'curl');
    const { url, asked } = await answering(500);
    expect(await check(url)).toEqual({ code: 0, did: ['a', 'b'] });
    expect(asked.times).toBe(3);
  });
});

describe('the rule for sticks', () => {
  it('mounts nothing that could be run, and only what is on USB', () => {
    const rule = read('90-pravesh-usb.rules');
    expect(rule).toContain('--options=nosuid,nodev,noexec');
    expect(rule).toContain('ENV{ID_BUS}!="usb", GOTO="pravesh_end"');
  });
});

describe('the configurations of Windows', () => {
  const xml = (file: string) => readFileSync(join(windows, file), 'utf8');

  it.each(['assigned-access.xml', 'shell-launcher.xml'])(
    '%s starts the program on its folder, for an account that is signed in by itself',
    (file) => {
      const text = xml(file);
      expect(text).toMatch(/Pravesh\\pravesh\.exe/);
      expect(text).toContain('--data C:\\ProgramData\\Pravesh\\data --config C:\\ProgramData\\Pravesh\\pravesh.yml');
      expect(text).toContain('<AutoLogonAccount');
      const ids = Array.from(text.matchAll(/Profile Id="(\{[0-9a-f-]{36}\})"/g), ([, id]) => id);
      expect(new Set(ids).size).toBe(1);
      expect(ids).toHaveLength(2);
      // Every element that is opened is closed.
      const bare = text.replace(/<!--[\s\S]*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>/g, '').replace(/"[^"]*"/g, '""');
      const opened = Array.from(bare.matchAll(/<([\w:]+)(?![^>]*\/>)[^>]*>/g), ([, name]) => name).sort();
      expect(Array.from(bare.matchAll(/<\/([\w:]+)>/g), ([, name]) => name).sort()).toEqual(opened);
    },
  );

  it('of the shell starts the program again whenever it ends', () => {
    expect(xml('shell-launcher.xml')).toContain('<DefaultAction Action="RestartShell"/>');
  });
});
