/** Every small text that comes from outside: keys, tokens, notes, headers, settings, tables, the bodies of calls. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  callNames,
  openCheckpoint,
  operations,
  parseFullName,
  parseMobileNumber,
  parseOtp,
  readCheckpoint,
  readTlogProof,
  readVerifierKey,
  signCheckpoint,
  writeTlogProof,
  writeVerifierKey,
} from '../../main/contract/public.ts';
import { buildConfigSchema } from '../../main/core/config/build-settings.ts';
import { exampleConfig } from '../../main/core/config/example.ts';
import { explainIssue } from '../../main/core/config/explain-issue.ts';
import { parseConfig } from '../../main/core/config/parse-config.ts';
import { parsePeriod } from '../../main/core/config/period.ts';
import { readYaml } from '../../main/core/config/read-yaml.ts';
import { readCheckCode } from '../../main/core/entry-log/leaf.ts';
import { readMoment } from '../../main/core/export/moment.ts';
import { readRecoveryCode } from '../../main/core/operator/recovery-code.ts';
import { readOrigin, readWebhook } from '../../main/core/parties/party-address.ts';
import { readApiKey } from '../../main/core/parties/party-key.ts';
import { openPassKey, readPassVerifier } from '../../main/core/passes/pass-key.ts';
import { readPass, writePass } from '../../main/core/passes/pass-token.ts';
import { readLines } from '../../main/core/roster/read-lines.ts';
import { checkSignature, sha256 } from '../../main/core/tree/sha256.ts';
import { openTerminalKey } from '../../main/core/tree/terminal-key.ts';
import { readRetryAfter } from '../../main/core/upstream/retry-after.ts';
import { readIdempotencyKey } from '../../main/http/idempotency-key.ts';
import { cases, fuzz, type Reader, seed } from '../support/fuzz/fuzz.ts';

const site = { id: 'hq', name: 'Head Office', terminal: 'gate-1', timezone: 'Asia/Kolkata' };
const secrets = { key: (_name: string, bytes: number) => new Uint8Array(bytes).fill(7) };
const { verifier: key, sign } = openTerminalKey(site, secrets);
const pass = openPassKey(site, secrets);
const root = createHash('sha256').update('root').digest();
const checkpoint = { origin: key.name, size: 1234, root };
const note = signCheckpoint(checkpoint, key, sign);
const proof = writeTlogProof({ index: 3, path: [root, root], checkpoint: note });
const token = await writePass(pass, {
  iss: 'pravesh/hq',
  jti: '019b9f4e-0000-7000-8000-0123456789ab',
  seq: 41,
  terminal: 'gate-1',
  status: 2,
  purpose: 'employee',
  iat: 1_781_497_800,
  exp: 1_781_541_000,
  consent: '1-0123abcd',
});
const turns = { isOver: () => false, next: async () => {} };
const apiKey = `pvk_k3v9x2mq_${'A'.repeat(43)}`;

const readers: Readonly<Record<string, Reader>> = {
  'a verifier key': { samples: [writeVerifierKey(key)], read: (text) => readVerifierKey(sha256, text) },
  'a signed checkpoint': { samples: [note], read: (text) => openCheckpoint(key, checkSignature, text) },
  'the text of a checkpoint': { samples: [note.split('\n\n')[0] ?? ''], read: readCheckpoint },
  'a proof': { samples: [proof], read: readTlogProof },
  'a pass': { samples: [token], read: (text) => readPass(text, [pass]) },
  'a key of passes': { samples: [pass.text], read: readPassVerifier },
  'a key of the API': { samples: [apiKey], read: readApiKey },
  'an Idempotency-Key': { samples: ['"7e1b6f0c-1"', '"a\\"b"', 'plain'], read: readIdempotencyKey },
  'a Retry-After': {
    samples: ['120', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    read: (text) => readRetryAfter({ 'retry-after': text, date: text }, 0),
  },
  'an origin': { samples: ['https://hr.example.in:8443', 'http://[::1]:80'], read: readOrigin },
  'a webhook': { samples: ['https://hr.example.in/hooks?a=b'], read: readWebhook },
  'a mobile number': { samples: ['+91 98765-43210', '9876543210'], read: parseMobileNumber },
  'a name': { samples: ['Asha Kumari', 'आशा कुमारी', "D'Souza"], read: parseFullName },
  'a code by SMS': { samples: ['482913', '४८२९१३'], read: parseOtp },
  'a check code': { samples: ['ABCD-1234', 'abcd1234'], read: readCheckCode },
  'a recovery code': { samples: ['ABCDE-FGHJK-MNPQR-STVWX'], read: readRecoveryCode },
  'a moment': { samples: ['2026-11-24', '2026-11-24T10:00'], read: (text) => readMoment(text, 'Asia/Kolkata', 'from') },
  'a period': { samples: ['13 months', '1 year'], read: parsePeriod },
  'a table of people': {
    samples: ['name,mobile\nAsha Kumari,9876543210\n"Ravi, N.",9876543211\n', 'id;name\n1;"a""b"\n'],
    read: (text) => readLines(text, turns, () => {}),
  },
};

describe(`${cases} texts that are nearly right (PRAVESH_TEST_SEED=${seed})`, () => {
  test.each(Object.keys(readers))('%s', async (name) => {
    const reader = readers[name];
    expect(reader).toBeDefined();
    await fuzz(reader ?? { samples: [], read: () => {} });
  });

  test('the settings', async () => {
    const origin = {
      file: 'pravesh.yml',
      folder: '/nowhere',
      env: {},
      readFile: () => 'text',
      readBytes: () => new Uint8Array(),
    };
    const lines = exampleConfig().split('\n');
    // A few lines at a time: what is wrong in them is found as well as in the whole, and sooner.
    const samples = lines.flatMap((_line, from) =>
      from % 6 === 0
        ? [
            lines
              .slice(from, from + 6)
              .join('\n')
              .replaceAll(/^#/gm, ''),
          ]
        : [],
    );
    const schema = buildConfigSchema(origin);
    await fuzz({
      samples,
      read(text) {
        const yaml = readYaml(text);
        return yaml.ok && schema.safeParse(yaml.file.value, { error: explainIssue });
      },
    });
    // To draw the schema up takes far longer than to use it: the whole gets fewer.
    await fuzz({ samples, read: (text) => parseConfig(text, origin) }, cases / 50);
  });

  test('the body of every operation', async () => {
    const samples = [
      '{"fullName":"Asha Kumari","mobileNumber":"9876543210","purpose":"visitor","consent":{"version":"1-a","locale":"en","accepted":true}}',
      '{"id":"AAAAAAAAAAAAAAAAAAAAAA","otp":"123456"}',
      '{"text":"name,mobile","mapping":{"name":0,"mobile":1}}',
      '{"seq":1,"reason":"asked for","from":"2026-01-01","limit":50,"outcome":["admitted"]}',
      '{"name":"HR portal","origins":["https://hr.example.in"],"purposes":[],"rate":{"count":60,"seconds":60}}',
    ];
    let next = 0;
    await fuzz({
      samples,
      read(text) {
        let value: unknown = text;
        try {
          value = JSON.parse(text);
        } catch {
          // As a text it is an input too.
        }
        const name = callNames[next % callNames.length] ?? 'kiosk.describe';
        next += 1;
        return operations[name].input.safeParse(value);
      },
    });
  });
});
