/**
 * Begins a visit: in this window, which is locked first, or on the visitor's own screen where one is there.
 * Runs in the operator face, where the venue has it start at the desk.
 */
import { useState } from 'preact/hooks';
import { PersonIcon } from '../../components/icons/icons.tsx';
import { Button } from '../controls/button.tsx';
import { useDesk } from '../desk-context.ts';
import { TerminalIcon } from '../icons/icons.tsx';
import { useWords } from '../words.ts';
import { frameWords } from './words.ts';

/** Shows the two ways; nothing at a kiosk, where visitors begin by themselves. */
export function NewVisitor({ onVisit }: { readonly onVisit: () => void }) {
  const { description, ask, clock } = useDesk();
  const say = useWords(frameWords);
  const [said, setSaid] = useState<'onScreenDone' | 'onScreenNone'>();
  if (description.mode !== 'reception') {
    return null;
  }
  const begin = async () => {
    const answer = await ask('kiosk.begin', {});
    // This page listens as well, and shows no visits.
    setSaid(answer.ok && answer.value.screens > 1 ? 'onScreenDone' : 'onScreenNone');
    clock.after(5_000, () => setSaid(undefined));
  };
  return (
    <div class="new-visitor">
      <Button weight="primary" icon={<PersonIcon />} onPress={onVisit}>
        {say('newVisitor')}
      </Button>
      <Button icon={<TerminalIcon />} onPress={() => void begin()}>
        {say('onScreen')}
      </Button>
      <p class="new-visitor-said" role="status">
        {said === undefined ? null : say(said)}
      </p>
    </div>
  );
}
