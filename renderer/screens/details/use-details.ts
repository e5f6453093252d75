/**
 * What the details' screen does: which field is typed into, and what sending leads to.
 * Runs in the face.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { mayTakeFocus } from '../../components/controls/use-arrival.ts';
import { useFace } from '../../components/face-context.ts';
import { badFields } from '../../store/form.ts';
import type { Field, ScreenOf } from '../../store/screen.ts';

export interface Details {
  readonly inputs: Readonly<Record<Field, RefObject<HTMLInputElement | null>>>;
  /** The field that is typed into; it stays so while a button has the focus. */
  readonly active: Field;
  readonly activate: (field: Field) => void;
  readonly edit: (field: Field, text: string) => void;
  readonly toMobile: () => void;
  readonly send: () => void;
}

/**
 * Follows the two fields. The focus begins in the first one that is empty.
 * @param longest the most UTF-16 units that the terminal takes as a name
 */
export function useDetails({ draft }: ScreenOf<'details'>, longest: number): Details {
  const { store } = useFace();
  const inputs = { fullName: useRef<HTMLInputElement>(null), mobileNumber: useRef<HTMLInputElement>(null) };
  const [active, activate] = useState<Field>('fullName');
  const focus = (field: Field) => inputs[field].current?.focus();
  // Before the screen is painted: a focus that comes late takes away what somebody already types.
  useLayoutEffect(() => {
    if (mayTakeFocus()) {
      focus(draft.fullName !== '' && draft.mobileNumber === '' ? 'mobileNumber' : 'fullName');
    }
  }, []);
  return {
    inputs,
    active,
    activate,
    edit: (field, text) => store.send({ type: 'edit', field, text }),
    toMobile: () => focus('mobileNumber'),
    send() {
      store.send({ type: 'send' });
      // Whoever has sent something that is not right goes on where it is.
      const [bad] = badFields(draft, longest);
      if (bad !== undefined) {
        focus(bad);
      }
    },
  };
}
