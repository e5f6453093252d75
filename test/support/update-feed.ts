/**
 * A feed of newer versions over real HTTP, and electron-updater's own AppImage updater pointed at it: its network is that
 * of Node instead of Electron's.
 * For tests only, on Linux.
 */
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { AppImageUpdater } from 'electron-updater';
import { onTestFinished } from 'vitest';

/** An AppImage that only notes that it was started, in a file beside it, and ends with this code. */
export function writeAppImage(file: string, version: string, code = 0): void {
  writeFileSync(
    file,
    `#!/bin/sh\n# ${version}\necho "${version} $APPIMAGE_EXIT_AFTER_INSTALL" >> "$0.started"\nexit ${code}\n`,
  );
  chmodSync(file, 0o755);
}

export interface UpdateFeed {
  readonly url: string;
  /** The paths, and the numbers of the machine that were sent along, oldest first. */
  readonly asked: readonly { readonly path: string; readonly machine: unknown }[];
  /** Offers a file as this version. */
  offer(version: string, file: string): void;
}

/** Opens a feed on loopback; it ends with the test. */
export async function openUpdateFeed(): Promise<UpdateFeed> {
  const asked: { path: string; machine: unknown }[] = [];
  let offered = { list: '', body: Buffer.alloc(0) };
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://feed').pathname;
    asked.push({ path, machine: request.headers['x-user-staging-id'] });
    response.end(path.endsWith('.yml') ? offered.list : offered.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/pravesh`,
    asked,
    offer(version, file) {
      const body = readFileSync(file);
      const sum = createHash('sha512').update(body).digest('base64');
      const list = `version: ${version}\nfiles:\n  - {url: Pravesh.AppImage, sha512: "${sum}", size: ${body.length}}\n`;
      offered = { list: `${list}path: Pravesh.AppImage\nsha512: "${sum}"\n`, body };
    },
  };
}

/** The real updater of a program of version 1.0.0 that keeps its files in this folder; it ends no process. */
export class NodeAppImageUpdater extends AppImageUpdater {
  constructor(url: string, folder: string) {
    const config = join(folder, 'app-update.yml');
    writeFileSync(config, 'updaterCacheDirName: pravesh-updater\n');
    super(null, {
      version: '1.0.0',
      name: 'pravesh',
      isPackaged: true,
      appUpdateConfigPath: config,
      userDataPath: folder,
      baseCachePath: join(folder, 'cache'),
      whenReady: async () => {},
      relaunch: () => {},
      quit: () => {},
      onQuit: () => {},
    });
    Object.assign(this, { httpExecutor: { request: fetchText, download: fetchFile } });
    this.disableDifferentialDownload = true;
    this.setFeedURL({ provider: 'generic', url, channel: 'latest' });
  }

  /** As the original, but for Electron's own updater, which is told of it. */
  override quitAndInstall(isSilent: boolean, isForceRunAfter: boolean): void {
    this.install(isSilent, isForceRunAfter);
  }
}

interface AskedOptions {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

async function fetchText({ protocol, hostname, port, path, headers }: AskedOptions): Promise<string> {
  return (await fetch(`${protocol}//${hostname}:${port}${path}`, { headers })).text();
}

async function fetchFile(url: URL, file: string, { headers }: { headers: Record<string, string> }): Promise<string> {
  const answer = await fetch(url, { headers });
  writeFileSync(file, new Uint8Array(await answer.arrayBuffer()));
  return file;
}
