/** The examples of docs/integrator.md, as they stand there, against a kiosk at real HTTP with the sandbox behind it. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { errorCodes } from '../../main/contract/public.ts';
import { startTestHost } from '../support/http-host.ts';
import { openTestKiosk, type TestKiosk } from '../support/open-test-kiosk.ts';
import { addParty } from '../support/parties.ts';
import { findRoot } from '../support/root.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { readExamples, readGuide } from './fenced.ts';

const examples = readExamples('integrator.md');
const mobileNumber = '9876543210';
const nonce = 'order-4711';

/** The programs of the examples, by the ends of their files; Node is the one that runs this test. */
const interpreters: Readonly<Record<string, string>> = { mjs: process.execPath, py: 'python3', sh: 'sh' };

/** Tests of examples whose program this machine lacks say so, and end there. */
function needs(context: TestContext, program: string, ...args: string[]): void {
  if (spawnSync(program, args, { stdio: 'ignore' }).status !== 0) {
    context.skip(`this machine has no ${[program, ...args].join(' ')}`);
  }
}

interface Example {
  readonly child: ChildProcess;
  /** All that it has said, once it has ended. */
  readonly said: Promise<string>;
  /** The same of what went wrong. */
  readonly complained: Promise<string>;
  /** Resolves when it has said this. */
  heard(words: string): Promise<void>;
}

/** Saves an example as its reader does, and starts it. */
function start(name: string, env: Readonly<Record<string, string>>, ...args: string[]): Example {
  const folder = makeTemporaryFolder();
  symlinkSync(join(findRoot(), 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, name), examples.get(name) ?? '');
  const program = interpreters[name.slice(name.lastIndexOf('.') + 1)] ?? '';
  const child = spawn(program, [name, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill();
  });
  const { stdout, stderr } = child;
  let soFar = '';
  stdout.setEncoding('utf8').on('data', (part: string) => {
    soFar += part;
  });
  return {
    child,
    said: text(stdout),
    complained: text(stderr),
    heard: (words) => expect.poll(() => soFar, { timeout: 15_000 }).toContain(words) as Promise<void>,
  };
}

let world: TestKiosk;
let env: Record<string, string>;
beforeEach(async () => {
  world = await openTestKiosk();
  const host = await startTestHost(world.kiosk);
  onTestFinished(() => host.close());
  const { apiKey, party } = await addParty(world.kiosk);
  env = { PRAVESH_URL: host.url, PRAVESH_KEY: apiKey, PRAVESH_PARTY: party.id };
});

/** Types the code that came, and waits for the end. */
async function typeCode(example: Example): Promise<string> {
  await example.heard('Code: ');
  example.child.stdin?.end(`${world.newestOtp(mobileNumber)}\n`);
  return example.said;
}

/** The receipt of a visit that the example for Node has made. */
async function makeReceipt(): Promise<string> {
  const said = await typeCode(start('visit.mjs', env));
  return /^[\w-]+\.[\w-]+\.[\w-]+$/m.exec(said)?.[0] ?? '';
}

describe('a visit', () => {
  it('with curl', async (context) => {
    needs(context, 'curl', '--version');
    const said = await typeCode(start('visit.sh', env));
    const answers = said.split('\n').filter((line) => line.includes('{'));
    expect(answers).toHaveLength(2);
    for (const answer of answers) {
      const decided = JSON.parse(answer.slice(answer.indexOf('{')));
      expect(decided).toMatchObject({ state: 'decided', decision: 'admitted', receipt: expect.any(String) });
    }
  });

  it('with Node, also after a wrong code', async () => {
    const example = start('visit.mjs', env);
    await example.heard('Code: ');
    const wrong = world.newestOtp(mobileNumber) === '000000' ? '000001' : '000000';
    example.child.stdin?.write(`${wrong}\n`);
    await example.heard('2 left.');
    const said = await typeCode(example);
    expect(said).toContain('May we check your vaccination status?');
    expect(said).toMatch(/^(Code: )?admitted$/m);
  });

  it('with Python', async (context) => {
    needs(context, 'python3', '--version');
    const said = await typeCode(start('visit.py', env));
    expect(said).toMatch(/^Code: admitted\n[\w-]+\.[\w-]+\.[\w-]+\n$/);
  });
});

describe('a receipt', () => {
  it('is checked with jose, against its nonce too', async () => {
    const receipt = await makeReceipt();
    const checked = start('receipt.mjs', env, receipt, nonce);
    expect(await checked.said).toMatch(/^admitted [0-9a-f-]{36}\n$/);
    for (const [why, wrong, ...args] of [
      ['this receipt is of another visit', {}, receipt, 'order-4712'],
      ['unexpected "aud" claim value', { PRAVESH_PARTY: 'zzzzzzzz' }, receipt, nonce],
      ['signature verification failed', {}, `${receipt.slice(0, -8)}AAAAAAAA`, nonce],
    ] as const) {
      const refused = start('receipt.mjs', { ...env, ...wrong }, ...args);
      const [said, complained] = await Promise.all([refused.said, refused.complained]);
      expect(said).toBe('');
      expect(complained).toContain(why);
    }
  });

  it('is checked with PyJWT', async (context) => {
    needs(context, 'python3', '-c', 'import jwt, cryptography');
    expect(await start('receipt.py', env, await makeReceipt(), nonce).said).toMatch(/^admitted [0-9a-f-]{36}\n$/);
  });
});

describe('a receiver of webhooks', () => {
  const secret = `whsec_${Buffer.from('thirty-two bytes of a made-up key').toString('base64')}`;
  const event = {
    type: 'verification.decided',
    timestamp: '2026-11-06T21:20:00.000Z',
    data: { seq: 7, decision: 'referred' },
  };
  const body = JSON.stringify(event);

  it.for(['receiver.mjs', 'receiver.py'])('hears from a terminal how a visit ended: %s', async (name, context) => {
    needs(context, name.endsWith('.py') ? 'python3' : process.execPath, '--version');
    const port = await findPort();
    const webhook = `http://127.0.0.1:${port}/pravesh`;
    const { apiKey, webhookSecret = '' } = await addParty(world.kiosk, { name: 'Gate', webhook });
    const receiver = start(name, { PRAVESH_WEBHOOK_SECRET: webhookSecret, PORT: String(port) });
    await receiver.heard('listening');
    await typeCode(start('visit.mjs', { ...env, PRAVESH_KEY: apiKey }));
    await receiver.heard(`verification.decided ${world.rows().at(-1)?.seq} admitted`);
  });

  async function send(port: number, id: string, at: Date, signedWith = secret): Promise<number> {
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(signedWith).sign(id, at, body),
    };
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body })).status;
  }

  it.for(['receiver.mjs', 'receiver.py'])('takes what is signed, once, and nothing else: %s', async (name, context) => {
    needs(context, name.endsWith('.py') ? 'python3' : process.execPath, '--version');
    const port = await findPort();
    const receiver = start(name, { PRAVESH_WEBHOOK_SECRET: secret, PORT: String(port) });
    await receiver.heard('listening');
    const now = new Date();
    const other = `whsec_${Buffer.from('another key of the same length...').toString('base64')}`;
    expect(await send(port, 'evt_1', now, other)).toBe(400);
    expect(await send(port, 'evt_1', new Date(now.getTime() - 3_600_000))).toBe(400);
    expect([await send(port, 'evt_1', now), await send(port, 'evt_1', now)]).toEqual([204, 204]);
    receiver.child.kill();
    expect(await receiver.said).toBe('listening\nverification.decided 7 referred\n');
  });
});

describe('the guide', () => {
  it('says of every problem that others meet what to do', () => {
    const table = readGuide('integrator.md').split('## When something is wrong')[1] ?? '';
    const notForOthers = ['locked-out'];
    const missing = errorCodes.filter((code) => !table.includes(`\`${code}\``) && !notForOthers.includes(code));
    expect(missing).toEqual([]);
  });

  it.for(['receipt.py', 'visit.py', 'receiver.py'])(
    'has Python that can be read, whatever is installed: %s',
    (name, context) => {
      needs(context, 'python3', '--version');
      const program = 'import ast, sys; ast.parse(sys.stdin.read())';
      const { status, stderr } = spawnSync('python3', ['-c', program], {
        input: examples.get(name) ?? '!',
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
    },
  );

  it('names what the element of pages has', () => {
    const script = readFileSync(join(findRoot(), 'renderer', 'embed-script', 'pravesh-verify.ts'), 'utf8');
    for (const attribute of ['party', 'purpose', 'locale', 'nonce', 'accent', 'scheme', 'radius']) {
      expect([attribute, script.includes(`'${attribute}'`)]).toEqual([attribute, true]);
    }
    const events = Array.from((examples.get('shop.js') ?? '').matchAll(/'pravesh-(\w+)'/g), ([, event]) => event);
    expect(events).toEqual(expect.arrayContaining(['result', 'cancel', 'error']));
    expect(events.filter((event) => event !== 'verify' && !script.includes(`'${event}'`))).toEqual([]);
  });

  it('has the examples that are run here', () => {
    expect(Array.from(examples.keys()).sort()).toEqual([
      'frame.js',
      'receipt.mjs',
      'receipt.py',
      'receiver.mjs',
      'receiver.py',
      'shop.js',
      'visit.mjs',
      'visit.py',
      'visit.sh',
    ]);
  });
});

/** A port that was free a moment ago. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
