/**
 * `export`, `inside` and `passes`: what a venue may switch on beside the visit itself. Both are off by default.
 * Part of the core.
 */
import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { readPassVerifier } from '../passes/pass-key.ts';
import { distinct, group, line, type Reading, reading, whole, word } from './schema-parts.ts';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day as "22:00", in quotes');

/** A folder by its whole path, as the system that the kiosk runs on writes it. */
const folder = line(1_000).refine(isAbsolute, 'must be the whole path of a folder');

/** Folders that exports may go to beside the sticks that are plugged in, such as a network drive. */
export const exportSchema = group({ folders: distinct(folder).default([]) }).prefault({});

export const insideSchema = group({ count: z.boolean().default(false), closesAt: wallTime.optional() }).prefault({});

function readTrust(text: string): Reading<string> {
  return readPassVerifier(text) === undefined
    ? { reason: 'must be the key of a terminal\'s passes, as "hq/gate-2+..." on the line "pass key" of its doctor' }
    : { value: text };
}

export const passesSchema = group({
  purposes: distinct(word).default([]),
  hours: whole(1, 24 * 31).default(12),
  trust: distinct(z.string().transform(reading(readTrust))).default([]),
}).prefault({});

/** What passes are compared with in the rest of the file. */
interface Surroundings {
  readonly site: { readonly id: string };
  readonly policy: { readonly purposes: Readonly<Record<string, unknown>> };
  readonly passes: z.output<typeof passesSchema>;
}

/** A pass is for a purpose of the policy, and of a terminal of this site. */
export function checkPasses({ site, policy, passes }: Surroundings, context: z.core.$RefinementCtx): void {
  const known = Object.keys(policy.purposes);
  for (const [index, purpose] of passes.purposes.entries()) {
    if (!known.includes(purpose)) {
      const message = `is no purpose of policy.purposes; known there: ${known.join(', ')}`;
      context.addIssue({ code: 'custom', path: ['passes', 'purposes', index], message });
    }
  }
  for (const [index, text] of passes.trust.entries()) {
    if (readPassVerifier(text)?.site !== site.id) {
      const message = `is a key of another site: passes are taken from terminals of "${site.id}" alone`;
      context.addIssue({ code: 'custom', path: ['passes', 'trust', index], message });
    }
  }
  if (passes.trust.length > 0 && passes.purposes.length === 0) {
    const message = 'has no effect while passes.purposes is empty: name a purpose there, or take it out';
    context.addIssue({ code: 'custom', path: ['passes', 'trust'], message });
  }
}
