/** Invented people for the measurements, each with a number of their own. Part of `npm run bench`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFetch } from '../../main/platform/fetch.ts';
import type { Person, Sms } from '../../main/sandbox/sandbox.ts';
import { type Program, startProgram } from '../support/program.ts';

/** A sandbox in a process of its own, as the upstream is one, and who is registered there. */
export interface Upstream {
  readonly url: string;
  readonly people: readonly Person[];
  /** The code that was sent to a person last. */
  readonly readOtp: (person: Person) => Promise<string>;
  readonly stop: Program['stop'];
}

/** Starts the sandbox with so many people. */
export async function startUpstream(folder: string, count: number): Promise<Upstream> {
  const people = Array.from({ length: count }, (_, index): Person => {
    const mobile_number = String(9_000_000_000 + index);
    return { full_name: `Asha Kumari ${index}`, mobile_number, vaccination_status: 2 };
  });
  const file = join(folder, 'people.yml');
  // JSON is YAML as well, and quickly written.
  writeFileSync(file, JSON.stringify(people));
  const sandbox = await startProgram(['sandbox', '--port', '0', '--people', file]);
  const { url } = sandbox;
  const phones = openPhones(url);
  const stop: Program['stop'] = async () => {
    await phones.close();
    return sandbox.stop();
  };
  return { url, people, readOtp: phones.readOtp, stop };
}

/** The phones of all, over the kiosk's own port: `fetch` would leave more garbage than either side that is measured. */
function openPhones(sandboxUrl: string) {
  const { fetch, close } = buildFetch();
  const bounds = { connectMs: 5_000, headersMs: 10_000, bodyMs: 10_000, maxBodyBytes: 64 * 1024 };
  return {
    async readOtp({ mobile_number }: Person): Promise<string> {
      const url = `${sandboxUrl}/sandbox/messages?mobile_number=${mobile_number}`;
      const { body } = await fetch({ method: 'GET', url, headers: {}, ...bounds });
      const messages: Sms[] = JSON.parse(new TextDecoder().decode(body));
      const newest = messages.at(-1);
      if (newest === undefined) {
        throw new Error('no SMS has come to this number');
      }
      return newest.otp;
    },
    close,
  };
}
