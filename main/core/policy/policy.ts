/**
 * The venue's policy: which status admits, which one refers to a human; all else refuses. Pure.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Decision, VaccinationStatus } from '../../contract/public.ts';
import type { PurposeRule } from '../config/settings.ts';

type Rule = Pick<PurposeRule, 'admit' | 'refer'>;

/** Decides. A status that is in both lists is referred: the configuration refuses such a rule, and a person may look. */
export function decide(rule: Rule, status: VaccinationStatus): Decision {
  if (rule.refer.includes(status)) {
    return 'referred';
  }
  return rule.admit.includes(status) ? 'admitted' : 'refused';
}

/** The rules are those of the settings, which stay as they are: the hash of each is made once. */
const hashes = new WeakMap<Rule, string>();

/** Name and hash of the rule that decided, as the log keeps it: `visitor@` and 16 hex digits of its SHA-256. */
export function nameRule(purpose: string, rule: Rule): string {
  const hash = hashes.get(rule) ?? hashOf(rule);
  hashes.set(rule, hash);
  return `${purpose}@${hash}`;
}

function hashOf(rule: Rule): string {
  const words = canonicalize({ admit: sorted(rule.admit), refer: sorted(rule.refer) }) ?? '';
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}

function sorted(statuses: readonly VaccinationStatus[]): VaccinationStatus[] {
  return Array.from(new Set(statuses)).sort();
}
