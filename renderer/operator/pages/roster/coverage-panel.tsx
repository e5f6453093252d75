/**
 * How many of the roster are verified, as a bar and in numbers; to be saved or copied, and removed.
 * Runs in the operator face.
 */
import { useState } from 'preact/hooks';
import type { Problem as ContractProblem, RosterState } from '../../../../main/contract/public.ts';
import { Badge, type Tone } from '../../controls/badge.tsx';
import { Button } from '../../controls/button.tsx';
import { Confirm } from '../../controls/confirm.tsx';
import { Note } from '../../controls/note.tsx';
import { Panel } from '../../controls/panel.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDates } from '../../dates.ts';
import { useDesk } from '../../desk-context.ts';
import { useDeskLocale } from '../../locale.ts';
import { canSave, saveText } from '../../save-text.ts';
import { formatLocales, useWords } from '../../words.ts';
import { copyText } from './copy-text.ts';
import { rosterWords } from './words.ts';

export interface CoveragePanelProps {
  readonly roster: RosterState;
  onRemoved(): void;
}

/** Shows the panel. */
export function CoveragePanel({ roster, onRemoved }: CoveragePanelProps) {
  const say = useWords(rosterWords);
  const dates = useDates();
  const isManager = useDesk().session.value.operator.role === 'manager';
  const { rows, importedAt } = roster;
  return (
    <Panel title={say('coverage')} actions={isManager ? <Remove rows={rows} onRemoved={onRemoved} /> : null}>
      <p>
        {say('people', { count: rows })}
        {importedAt === null ? null : <> · {say('imported-at', { at: dates.moment(importedAt) })}</>}
      </p>
      <Shares roster={roster} />
      <Carry />
    </Panel>
  );
}

const parts = [
  { key: 'status-2', tone: 'well' },
  { key: 'status-1', tone: 'notice' },
  { key: 'status-0', tone: 'bad' },
  { key: 'missing', tone: 'plain' },
] as const satisfies readonly { readonly key: string; readonly tone: Tone }[];

function Shares({ roster }: { readonly roster: RosterState }) {
  const say = useWords(rosterWords);
  const percent = new Intl.NumberFormat(formatLocales[useDeskLocale()], { style: 'percent', maximumFractionDigits: 1 });
  const { rows, verified, missing, byStatus } = roster;
  const counts = { 'status-0': byStatus[0], 'status-1': byStatus[1], 'status-2': byStatus[2], missing };
  return (
    <>
      <p class="coverage-lead">
        {say('verified-of', { verified, rows, percent: percent.format(rows === 0 ? 0 : verified / rows) })}
      </p>
      <div class="coverage-bar" aria-hidden="true">
        {parts.map(({ key, tone }) => (
          <span key={key} class={`coverage-part coverage-${tone}`} style={{ flexGrow: counts[key] }} />
        ))}
      </div>
      <ul class="coverage-counts">
        {parts.map(({ key, tone }) => (
          <li key={key}>
            <Badge tone={tone}>{say(key)}</Badge> <strong>{say('number', { count: counts[key] })}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

type Carried = { readonly done: string } | { readonly failed: string } | { readonly problem: ContractProblem };

/** The table for the office: each time it leaves the terminal, the log says so. */
function Carry() {
  const say = useWords(rosterWords);
  const { ask } = useDesk();
  const [busy, setBusy] = useState(false);
  const [carried, setCarried] = useState<Carried>();
  const carry = async (): Promise<Carried> => {
    const answer = await ask('roster.coverage', {});
    if (!answer.ok) {
      return { problem: answer.error };
    }
    const { name, csv } = answer.value;
    if (canSave()) {
      saveText(name, csv, 'text/csv');
      return { done: say('saved', { name }) };
    }
    return (await copyText(csv)) ? { done: say('copied') } : { failed: say('not-copied') };
  };
  const press = async () => {
    setBusy(true);
    setCarried(undefined);
    setCarried(await carry());
    setBusy(false);
  };
  return (
    <>
      <div class="side-by-side">
        <Button waits={busy} onPress={() => void press()}>
          {say(canSave() ? 'save' : 'copy')}
        </Button>
      </div>
      {carried === undefined ? null : <Told carried={carried} />}
    </>
  );
}

function Told({ carried }: { readonly carried: Carried }) {
  if ('problem' in carried) {
    return <Problem problem={carried.problem} />;
  }
  return 'done' in carried ? <Note kind="done">{carried.done}</Note> : <Note kind="notice">{carried.failed}</Note>;
}

function Remove({ rows, onRemoved }: { readonly rows: number; readonly onRemoved: () => void }) {
  const say = useWords(rosterWords);
  const { ask } = useDesk();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    const answer = await ask('roster.remove', {});
    if (!answer.ok) {
      return answer.error;
    }
    setAsking(false);
    onRemoved();
    return undefined;
  };
  return (
    <>
      <Button weight="danger" onPress={() => setAsking(true)}>
        {say('remove')}
      </Button>
      {asking ? (
        <Confirm
          title={say('remove-title')}
          confirm={say('remove')}
          onConfirm={remove}
          onCancel={() => setAsking(false)}
        >
          <p>{say('remove-body', { count: rows })}</p>
        </Confirm>
      ) : null}
    </>
  );
}
