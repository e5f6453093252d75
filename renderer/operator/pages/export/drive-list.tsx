/**
 * The sticks that are plugged in now; one that comes or goes is seen within a moment.
 * Runs in the operator face.
 */
import { useEffect, useId } from 'preact/hooks';
import type { Drive } from '../../../../main/contract/public.ts';
import { Loading } from '../../controls/loading.tsx';
import { Note } from '../../controls/note.tsx';
import { Problem } from '../../controls/problem.tsx';
import { useDesk } from '../../desk-context.ts';
import { useDeskLocale } from '../../locale.ts';
import { useAsked } from '../../use-asked.ts';
import { useWords } from '../../words.ts';
import { writeSize } from './sizes.ts';
import { exportWords } from './words.ts';

/** How often it is looked, in milliseconds. */
const lookMs = 2_000;

export interface DriveListProps {
  readonly chosen: string | undefined;
  onChoose(drive: string | undefined): void;
}

/** Shows the sticks. A single one that can be written is chosen by itself. */
export function DriveList({ chosen, onChoose }: DriveListProps) {
  const { clock } = useDesk();
  const say = useWords(exportWords);
  const { value, problem, busy, again } = useAsked('export.drives', {});
  useEffect(() => (busy ? undefined : clock.after(lookMs, again)), [busy, clock, again]);
  const drives = value?.drives;
  useEffect(() => {
    const next = choose(drives ?? [], chosen);
    if (drives !== undefined && next !== chosen) {
      onChoose(next);
    }
  }, [drives, chosen, onChoose]);

  if (problem !== undefined) {
    return <Problem problem={problem} onAgain={again} />;
  }
  if (drives === undefined) {
    return <Loading />;
  }
  return drives.length === 0 ? (
    <Note kind="info">{say('no-drive')}</Note>
  ) : (
    <fieldset class="drives">
      <legend class="spoken">{say('drive')}</legend>
      {drives.map((drive) => (
        <DriveChoice key={drive.id} drive={drive} chosen={drive.id === chosen} onChoose={onChoose} />
      ))}
    </fieldset>
  );
}

/** What stays chosen: a stick that is gone is not, and where there is only one nobody need choose. */
function choose(drives: readonly Drive[], chosen: string | undefined): string | undefined {
  const usable = drives.filter(({ readOnly }) => !readOnly);
  const [first] = usable;
  return usable.some(({ id }) => id === chosen) ? chosen : usable.length === 1 ? first?.id : undefined;
}

interface DriveChoiceProps extends Pick<DriveListProps, 'onChoose'> {
  readonly drive: Drive;
  readonly chosen: boolean;
}

function DriveChoice({ drive, chosen, onChoose }: DriveChoiceProps) {
  const say = useWords(exportWords);
  const locale = useDeskLocale();
  const id = useId();
  const { name, freeBytes, readOnly } = drive;
  return (
    <label class="drive" for={id}>
      <input
        id={id}
        type="radio"
        name="drive"
        checked={chosen}
        disabled={readOnly}
        onChange={() => onChoose(drive.id)}
      />
      <span class="drive-name">{name}</span>
      <span class="drive-room">
        {readOnly ? say('read-only') : say('free', { size: writeSize(freeBytes, locale) })}
      </span>
    </label>
  );
}
