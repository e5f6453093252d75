/**
 * The door of the desk: who one is, their PIN, the recovery code, and the first operator of a terminal.
 * Runs in the operator face.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Problem as ContractProblem, KioskDescription, OperatorDoor } from '../../../main/contract/public.ts';
import { BackIcon } from '../../components/icons/icons.tsx';
import { PraveshMark } from '../../components/icons/pravesh-mark.tsx';
import type { FaceClock } from '../../store/clock.ts';
import { Button } from '../controls/button.tsx';
import { Note } from '../controls/note.tsx';
import { Problem } from '../controls/problem.tsx';
import type { DeskStore } from '../desk-store.ts';
import { LanguageChoice } from '../frame/language-choice.tsx';
import { TouchKeys } from '../keys/touch-keys.tsx';
import { type DeskLocale, useWords } from '../words.ts';
import './door.css';
import { Names } from './names.tsx';
import { PinForm } from './pin-form.tsx';
import { RecoverForm } from './recover-form.tsx';
import { SetUp } from './set-up.tsx';
import { useIdle } from './use-idle.ts';
import { doorWords } from './words.ts';

export interface DoorProps {
  readonly store: DeskStore;
  readonly clock: FaceClock;
  readonly description: KioskDescription;
  readonly onSpeak: (locale: DeskLocale) => void;
  readonly onLeave: (visit: boolean) => void;
}

/** A door that nobody uses goes back to visitors. */
const idleMs = 30_000;

/** Shows the door. A kiosk can go back to its visitors; at a reception desk there is nothing behind it. */
export function Door({ store, clock, description, onSpeak, onLeave }: DoorProps) {
  const say = useWords(doorWords);
  const isKiosk = description.mode === 'kiosk';
  const [keeps, setKeeps] = useState(false);
  const { door, problem, again } = useDoor(store);
  useIdle(clock, isKiosk && !keeps ? idleMs : undefined, () => onLeave(false));
  return (
    <main class="door">
      <header class="door-head">
        <PraveshMark size="2.5rem" />
        <p>
          <strong>{description.site.name}</strong>
          <span>{description.site.terminal}</span>
        </p>
      </header>
      <section class="door-card">
        {problem === undefined ? null : <Problem problem={problem} onAgain={again} />}
        {door === undefined ? null : (
          <Opening
            store={store}
            clock={clock}
            door={door}
            onKeep={() => setKeeps(true)}
            onLater={isKiosk ? () => onLeave(false) : undefined}
          />
        )}
      </section>
      <footer class="door-foot">
        {isKiosk && !keeps && door?.setUp !== true ? (
          <Button weight="quiet" icon={<BackIcon />} onPress={() => onLeave(false)}>
            {say('cancel')}
          </Button>
        ) : null}
        <LanguageChoice onSpeak={onSpeak} />
      </footer>
      <TouchKeys />
    </main>
  );
}

/** Asks whom one may be. */
function useDoor({ askAtDoor }: DeskStore) {
  const [door, setDoor] = useState<OperatorDoor>();
  const [problem, setProblem] = useState<ContractProblem>();
  const again = async () => {
    const answer = await askAtDoor('operator.door', {});
    setDoor(answer.ok ? answer.value : undefined);
    setProblem(answer.ok ? undefined : answer.error);
  };
  useEffect(() => void again(), []);
  return { door, problem, again: () => void again() };
}

interface OpeningProps extends Pick<DoorProps, 'store' | 'clock'> {
  readonly door: OperatorDoor;
  readonly onKeep: () => void;
  readonly onLater: (() => void) | undefined;
}

/** Leads from who one is to an open desk. */
function Opening({ store, clock, door, onKeep, onLater }: OpeningProps) {
  const say = useWords(doorWords);
  const { operators, setUp, demoPin } = door;
  const only = operators.length === 1 ? operators[0]?.id : undefined;
  const [chosen, setChosen] = useState(only);
  const [recovers, setRecovers] = useState(false);
  const operator = operators.find(({ id }) => id === chosen);
  const parts = { ask: store.askAtDoor, clock, onOpen: store.unlocked };
  if (setUp) {
    return <SetUp ask={store.askAtDoor} onCode={onKeep} onDone={() => void store.resume()} onLater={onLater} />;
  }
  if (operators.length === 0) {
    return <Note kind="notice">{say('nobody')}</Note>;
  }
  if (operator === undefined) {
    return (
      <>
        <h1>{say('who')}</h1>
        <Names operators={operators} onChoose={setChosen} />
      </>
    );
  }
  const { id, name } = operator;
  if (recovers) {
    return (
      <>
        <h1>{say('recover')}</h1>
        <RecoverForm {...parts} operator={id} onBack={() => setRecovers(false)} />
      </>
    );
  }
  return (
    <>
      <h1>{say('pinOf', { name })}</h1>
      {demoPin === undefined ? null : <Note kind="notice">{say('demo', { pin: demoPin })}</Note>}
      <PinForm key={id} {...parts} operator={id} onRecover={() => setRecovers(true)} />
      {only === undefined ? (
        <Button weight="quiet" onPress={() => setChosen(undefined)}>
          {say('others')}
        </Button>
      ) : null}
    </>
  );
}
