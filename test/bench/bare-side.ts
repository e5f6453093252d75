/** The baseline of the visits: a bare undici loop that makes the same three calls. Part of `npm run bench`. */
import { createHash } from 'node:crypto';
import { Agent } from 'undici';
import type { Person } from '../../main/sandbox/sandbox.ts';
import type { Side } from './side.ts';

const headers = {
  'content-type': 'application/json',
  accept: 'application/json',
  'x-api-key': 'key-of-the-bench',
  'user-agent': 'bench',
};

/** Builds it: no limits, no checks, no signature, no log. */
export function buildBareSide(upstreamUrl: string): Side<string> & { close(): Promise<void> } {
  const agent = new Agent();
  const ask = async (method: 'GET' | 'POST', call: string, body?: unknown, authorization?: string) => {
    const { statusCode, body: answered } = await agent.request({
      origin: upstreamUrl,
      path: `/api/v3/vaccination/${call}`,
      method,
      headers: authorization === undefined ? headers : { ...headers, authorization },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const fields: Record<string, unknown> = Object(await answered.json());
    if (statusCode !== 200) {
      throw new Error(`the sandbox answers ${call} with ${statusCode}`);
    }
    return fields;
  };
  return {
    async begin(person: Person) {
      const asked = { mobile_number: person.mobile_number, full_name: person.full_name };
      const { txnId } = await ask('POST', 'generateOTP', asked);
      return String(txnId);
    },
    async conclude(txnId, code) {
      const otp = createHash('sha256').update(code).digest('hex');
      const { token } = await ask('POST', 'confirmOTP', { otp, txnId });
      const { vaccination_status } = await ask('GET', 'status', undefined, `Bearer ${token}`);
      if (vaccination_status !== 2) {
        throw new Error('the sandbox answers with another status');
      }
    },
    close: () => agent.close(),
  };
}
