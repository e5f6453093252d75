/**
 * People inside: how many, who they are as far as the log says, who leaves, and the list for an evacuation.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import { Button } from '../../controls/button.tsx';
import { Confirm } from '../../controls/confirm.tsx';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { PageHead } from '../../controls/page-head.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { PrintIcon } from '../../icons/icons.tsx';
import { useAsked } from '../../use-asked.ts';
import { useEvents } from '../../use-events.ts';
import { useWords } from '../../words.ts';
import { pageWords } from '../page-words.ts';
import './inside.css';
import { InsideTable } from './inside-table.tsx';
import { LeaveForm } from './leave-form.tsx';
import { insideWords } from './words.ts';

/** Shows the page. */
export function InsidePage() {
  const title = useWords(pageWords)('inside');
  const say = useWords(insideWords);
  const { value, problem, again } = useAsked('inside.list', {});
  const [isClosing, setClosing] = useState(false);
  const [said, setSaid] = useState<string>();
  const [isWhole, setWhole] = useState(false);
  const print = () => {
    setWhole(true);
    // The rest of the list is there in the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  useEvents((event) => {
    if (event.type === 'entry') {
      again();
    }
  });
  const count = value?.count ?? 0;
  return (
    <>
      <PrintedHead />
      <PageHead title={title} intro={say('intro')}>
        <Button icon={<PrintIcon />} waits={count === 0} onPress={print}>
          {say('print')}
        </Button>
        <Button weight="danger" waits={count === 0} onPress={() => setClosing(true)}>
          {say('everybody')}
        </Button>
      </PageHead>
      {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
      {value === undefined && problem === undefined ? <Loading /> : null}
      {value === undefined ? null : (
        <>
          <p class="inside-count" aria-live="polite">
            {count === 0 ? say('nobody') : say('count', { count })}
          </p>
          <LeaveForm said={said} onLeft={(seq) => setSaid(say('left', { seq: String(seq) }))} />
          <InsideTable
            inside={value}
            isWhole={isWhole}
            onWhole={() => setWhole(true)}
            onLeft={(seq) => setSaid(say('left', { seq: String(seq) }))}
          />
        </>
      )}
      {isClosing ? (
        <Closing
          count={count}
          onClosed={(left) => {
            setSaid(say('closed', { count: left }));
            setClosing(false);
          }}
          onCancel={() => setClosing(false)}
        />
      ) : null}
    </>
  );
}

/** Stands on paper alone: of which venue and which moment the list is. */
function PrintedHead() {
  const say = useWords(insideWords);
  const dates = useDates();
  const { description, clock } = useDesk();
  const moment = dates.moment(clock.now());
  return (
    <div class="on-paper">
      <p class="on-paper-title">{say('list-title', { site: description.site.name, moment })}</p>
      <p>{say('list-sign')}</p>
    </div>
  );
}

interface ClosingProps {
  readonly count: number;
  onClosed(left: number): void;
  onCancel(): void;
}

function Closing({ count, onClosed, onCancel }: ClosingProps) {
  const say = useWords(insideWords);
  const { ask } = useDesk();
  const close = async () => {
    const answer = await ask('inside.close', {});
    if (answer.ok) {
      onClosed(answer.value.left);
      return undefined;
    }
    return answer.error;
  };
  return (
    <Confirm title={say('close-title')} confirm={say('close-go')} onConfirm={close} onCancel={onCancel}>
      <p>{say('close-words', { count })}</p>
      <Note kind="notice">{say('close-final')}</Note>
    </Confirm>
  );
}
