/**
 * Passes: which ones hold, and how one is revoked.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import { AgainIcon } from '../../../components/icons/icons.tsx';
import { Button } from '../../controls/button.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import { pageWords } from '../page-words.ts';
import { PassTable } from './pass-table.tsx';
import './passes.css';
import { type ChosenPass, RevokeForm } from './revoke-form.tsx';
import { passesWords } from './words.ts';

/** Shows the page. */
export function PassesPage() {
  const say = useWords(passesWords);
  const title = useWords(pageWords)('passes');
  const { value, problem, again } = useAsked('pass.list', {});
  const [chosen, setChosen] = useState<ChosenPass>();
  const [revoked, setRevoked] = useState<number>();
  return (
    <>
      <PageHead title={title} intro={say('intro')}>
        <Button icon={<AgainIcon />} onPress={again}>
          {say('refresh')}
        </Button>
      </PageHead>
      <Note kind="info">{say('hereOnly')}</Note>
      <RevokeForm
        chosen={chosen}
        onRevoked={(seq) => {
          setRevoked(seq);
          again();
        }}
      />
      {revoked === undefined ? null : (
        <Note key={revoked} kind="done">
          {say('revoked', { seq: revoked })}
        </Note>
      )}
      {problem === undefined ? null : <Problem problem={problem} instead={{ conflict: say('off') }} onAgain={again} />}
      {value === undefined ? (
        problem === undefined && <Loading />
      ) : (
        <PassTable
          passes={value.passes}
          more={value.more}
          onRevoke={(seq) => {
            setRevoked(undefined);
            setChosen({ seq });
          }}
        />
      )}
    </>
  );
}
