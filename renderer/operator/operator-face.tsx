/**
 * The whole operator face: still while nothing is known, the door while the desk is locked, the desk while it is open.
 * Runs in the operator face.
 */
import type { ReadonlySignal } from '@preact/signals';
import type { FaceClock } from '../store/clock.ts';
import type { DeskStore } from './desk-store.ts';
import { Door } from './door/door.tsx';
import { DeskFrame } from './frame/desk-frame.tsx';
import { Still } from './frame/still.tsx';
import { LocaleContext } from './locale.ts';
import type { DeskLocale } from './words.ts';

export interface OperatorFaceProps {
  readonly store: DeskStore;
  readonly clock: FaceClock;
  readonly locale: ReadonlySignal<DeskLocale>;
  readonly onSpeak: (locale: DeskLocale) => void;
  readonly onLeave: (visit: boolean) => void;
  readonly onCrash: () => void;
}

/** Shows the face. */
export function OperatorFace(props: OperatorFaceProps) {
  return (
    <LocaleContext value={props.locale}>
      <Shown {...props} />
    </LocaleContext>
  );
}

function Shown(props: OperatorFaceProps) {
  const { store, clock } = props;
  const description = store.description.value;
  const session = store.session.value;
  const link = store.link.value;
  if (link === 'shut-out') {
    return <Still word="shutOut" />;
  }
  if (description === undefined) {
    return <Still word={link === 'gone' ? 'gone' : 'waiting'} />;
  }
  if (session === undefined) {
    return (
      <Door
        key={store.doorVisits.value}
        store={store}
        clock={clock}
        description={description}
        onSpeak={props.onSpeak}
        onLeave={props.onLeave}
      />
    );
  }
  return <DeskFrame {...props} description={description} opened={session} />;
}
