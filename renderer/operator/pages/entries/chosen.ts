/**
 * What is chosen of the entries, and the question that it makes. Pure.
 * Runs in the operator face.
 */
import { type EntryFilter, type InputOf, parseMobileNumber } from '../../../../main/contract/public.ts';
import type { OutcomeName } from '../../controls/outcome.tsx';

/** What the fields hold; an empty text means all. */
export interface Chosen {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly outcome: OutcomeName | '';
  readonly purpose: string;
  readonly channel: NonNullable<EntryFilter['channel']> | '';
  readonly operator: string;
  readonly acts: boolean;
}

export const nothingChosen: Chosen = {
  text: '',
  from: '',
  to: '',
  outcome: '',
  purpose: '',
  channel: '',
  operator: '',
  acts: false,
};

/** A question to the core: by a mobile number, which may not stand in an address, or by all else. */
export type Question =
  | { readonly kind: 'find'; readonly input: InputOf<'entries.find'> }
  | { readonly kind: 'list'; readonly input: InputOf<'entries.list'> };

/** Lines of a page of the list. */
const limit = 50;

/** Makes the question; a mobile number is searched by itself, without the other fields. */
export function toQuestion(chosen: Chosen, before?: number): Question {
  const { text, from, to, outcome, purpose, channel, operator, acts } = chosen;
  const page = before === undefined ? { limit } : { limit, before };
  const mobileNumber = parseMobileNumber(text);
  if (mobileNumber !== undefined) {
    return { kind: 'find', input: { mobileNumber, ...page } };
  }
  const input = {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(from !== '' && { from }),
    ...(to !== '' && { to }),
    ...(outcome !== '' && { outcome }),
    ...(purpose !== '' && { purpose }),
    ...(channel !== '' && { channel }),
    ...(operator !== '' && { operator }),
    ...(acts && { acts }),
    ...page,
  };
  return { kind: 'list', input };
}

/** Whether nothing narrows the list. */
export function isEverything(chosen: Chosen): boolean {
  return JSON.stringify({ ...chosen, acts: false }) === JSON.stringify(nothingChosen);
}
