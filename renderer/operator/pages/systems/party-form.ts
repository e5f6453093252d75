/**
 * A new system as it is typed in, and what of it is wrong. Pure.
 * Runs in the operator face.
 */
import type { FieldProblem, InputOf } from '../../../../main/contract/public.ts';

/** What stands in the fields. */
export interface PartyDraft {
  readonly name: string;
  /** One origin a line. */
  readonly origins: string;
  readonly purposes: readonly string[];
  readonly webhook: string;
  /** Requests a minute. */
  readonly rate: string;
}

export const emptyDraft: PartyDraft = { name: '', origins: '', purposes: [], webhook: '', rate: '60' };

/** A field that is wrong, and for the origins in which line. */
export interface DraftFault {
  readonly field: 'name' | 'origins' | 'webhook' | 'rate';
  readonly line?: number;
}

/** The lines in which something stands, each with its number. */
function linesOf(text: string): { readonly line: number; readonly text: string }[] {
  const lines = text.split('\n').map((each, index) => ({ line: index + 1, text: each.trim() }));
  return lines.filter((each) => each.text !== '');
}

/** What the core is asked, or the first thing that is wrong. What an address may be is for the core to say. */
export function readDraft(
  draft: PartyDraft,
): { readonly input: InputOf<'party.add'> } | { readonly fault: DraftFault } {
  const name = draft.name.trim();
  const count = /^[0-9]{1,6}$/.test(draft.rate.trim()) ? Number(draft.rate) : 0;
  if (name === '') {
    return { fault: { field: 'name' } };
  }
  if (count < 1 || count > 100_000) {
    return { fault: { field: 'rate' } };
  }
  const webhook = draft.webhook.trim();
  return {
    input: {
      name,
      origins: linesOf(draft.origins).map(({ text }) => text),
      purposes: [...draft.purposes],
      ...(webhook !== '' && { webhook }),
      rate: { count, seconds: 60 },
    },
  };
}

/** Which field the core found wrong; undefined when it says nothing of a field here. */
export function readFault(draft: PartyDraft, fields: readonly FieldProblem[] = []): DraftFault | undefined {
  const path = fields[0]?.path ?? '';
  const [field, index] = path.split('.');
  switch (field) {
    case 'origins': {
      const line = index === undefined ? undefined : linesOf(draft.origins)[Number(index)]?.line;
      return { field, ...(line !== undefined && { line }) };
    }
    case 'name':
    case 'webhook':
    case 'rate':
      return { field };
    default:
      return undefined;
  }
}
