/**
 * Name and mobile number on one screen, with the keys for the field that is typed into.
 * Runs in the face.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { KioskDescription } from '../../../main/contract/public.ts';
import { Button } from '../../components/controls/button.tsx';
import { TextField } from '../../components/controls/text-field.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { MessageIcon } from '../../components/icons/icons.tsx';
import { mustWait } from '../../store/details-steps.ts';
import { badFields, longestTyped } from '../../store/form.ts';
import type { Field, ScreenOf } from '../../store/screen.ts';
import './details.css';
import { DetailsAnswer } from './details-answer.tsx';
import { DetailsKeys } from './details-keys.tsx';
import { mobileWords, nameWords } from './field-words.ts';

export interface DetailsScreenProps {
  readonly screen: ScreenOf<'details'>;
  readonly description: KioskDescription;
}

/** Shows the two fields, what the core says of them, and the keys. */
export function DetailsScreen({ screen, description }: DetailsScreenProps) {
  const { store } = useFace();
  const { say, locale } = useSpeech();
  const name = useRef<HTMLInputElement>(null);
  const mobile = useRef<HTMLInputElement>(null);
  const [active, setActive] = useState<Field>('fullName');
  const { draft } = screen;
  const edit = (field: Field) => (text: string) => store.send({ type: 'edit', field, text });
  const inputs = { fullName: name, mobileNumber: mobile };
  const send = () => {
    store.send({ type: 'send' });
    // Whoever has sent something that is not right goes on where it is.
    const [bad] = badFields(draft, description.limits.nameLength);
    if (bad !== undefined) {
      inputs[bad].current?.focus();
    }
  };
  useEffect(() => {
    const isNumberMissing = draft.fullName !== '' && draft.mobileNumber === '';
    (isNumberMissing ? mobile : name).current?.focus();
  }, []);
  return (
    <>
      <section class="screen details" aria-labelledby="details-title">
        <h1 id="details-title" class="heading">
          {say('details.title')}
        </h1>
        <div class="details-fields">
          <TextField
            id="line-one"
            kind="name"
            field={name}
            label={say('details.name')}
            hint={say('details.nameHint')}
            problem={nameWords(screen, description.limits.nameLength, say)}
            value={draft.fullName}
            longest={longestTyped.fullName}
            onEdit={edit('fullName')}
            onEnter={() => mobile.current?.focus()}
            onFocus={() => setActive('fullName')}
            onLeave={() => store.send({ type: 'leave-field', field: 'fullName' })}
          />
          <TextField
            id="line-two"
            kind="digits"
            field={mobile}
            prefix="+91"
            label={say('details.mobile')}
            hint={say('details.mobileHint')}
            problem={mobileWords(screen, say)}
            value={draft.mobileNumber}
            longest={longestTyped.mobileNumber}
            onEdit={edit('mobileNumber')}
            onEnter={send}
            onFocus={() => setActive('mobileNumber')}
            onLeave={() => store.send({ type: 'leave-field', field: 'mobileNumber' })}
          />
        </div>
        <div class="details-send">
          <DetailsAnswer answer={screen.answer} />
          <Button
            weight="primary"
            size="large"
            icon={<MessageIcon />}
            waits={mustWait(screen, store.now.value)}
            onPress={send}
          >
            {say('details.send')}
          </Button>
        </div>
      </section>
      <DetailsKeys
        active={active}
        locale={locale}
        target={inputs[active]}
        onInput={edit(active)}
        onDone={() => mobile.current?.focus()}
      />
    </>
  );
}
