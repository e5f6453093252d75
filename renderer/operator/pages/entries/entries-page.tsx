/**
 * The entries of the log: searched, filtered, arriving live, each to be opened in full.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { EntryLine } from '../../../../main/contract/public.ts';
import { Button } from '../../controls/button.tsx';
import { Empty } from '../../controls/empty.tsx';
import { Loading } from '../../controls/loading.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { useWords } from '../../words.ts';
import { pageWords } from '../page-words.ts';
import { type Chosen, isEverything, nothingChosen } from './chosen.ts';
import './entries.css';
import { EntryDialog } from './entry-dialog.tsx';
import { EntryTable } from './entry-table.tsx';
import { FilterBar, type OperatorChoice } from './filter-bar.tsx';
import { type Entries, useEntries } from './use-entries.ts';
import { entriesWords } from './words.ts';

/** Shows the page. */
export function EntriesPage() {
  const title = useWords(pageWords)('entries');
  const { place, go } = useDesk();
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const entries = useEntries(chosen);
  const { lines, problem, again } = entries;
  const opened = place.value.seq;
  const wrong = problem?.code === 'invalid-input' ? (problem.fields ?? []) : [];
  return (
    <>
      <PageHead title={title} />
      <FilterBar chosen={chosen} operators={useOperators(lines ?? [])} wrong={wrong} onChoose={setChosen} />
      {problem === undefined || wrong.length > 0 ? null : <Problem problem={problem} onAgain={again} />}
      {lines === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <EntryTable
          lines={lines}
          selected={opened}
          empty={<NoEntries isNarrowed={!isEverything(chosen)} />}
          foot={<Foot entries={entries} />}
          onOpen={(seq) => go('entries', seq)}
        />
      )}
      {opened === undefined ? null : <EntryDialog key={opened} seq={opened} onClose={() => go('entries')} />}
    </>
  );
}

/** The operators that have been seen in the list, and the one who looks. */
function useOperators(lines: readonly EntryLine[]): readonly OperatorChoice[] {
  const { session } = useDesk();
  const [known, setKnown] = useState<readonly OperatorChoice[]>([]);
  const seen = [session.value.operator, ...lines.flatMap(({ operator }) => operator ?? [])];
  const added = seen.filter(
    ({ id }, index) =>
      id !== 'local' && !known.some((each) => each.id === id) && seen.findIndex((each) => each.id === id) === index,
  );
  if (added.length > 0) {
    setKnown([...known, ...added.map(({ id, name }) => ({ id, name: name ?? id }))]);
  }
  return known;
}

function NoEntries({ isNarrowed }: { readonly isNarrowed: boolean }) {
  const say = useWords(entriesWords);
  return isNarrowed ? <Empty title={say('none')}>{say('none-more')}</Empty> : <Empty title={say('none-yet')} />;
}

function Foot({ entries }: { readonly entries: Entries }) {
  const say = useWords(entriesWords);
  const { lines, more, busy, older } = entries;
  if (!more) {
    return lines?.length === 0 ? null : <p class="entries-end">{say('end')}</p>;
  }
  return (
    <div class="entries-more">
      <Button waits={busy} onPress={older}>
        {say('older')}
      </Button>
    </div>
  );
}
