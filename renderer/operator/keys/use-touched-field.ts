/**
 * Which field staff type into by finger: who has a keyboard needs no other.
 * Runs in the operator face.
 */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { KeyboardField } from '../../components/keyboard/labels.ts';
import { browserClock, type CancelTimer } from '../../store/clock.ts';

/** The keys stay so long after a field was left: what was touched instead must not move away under the finger. */
const stayMs = 200;

/** Kinds of fields that keys write into; days and choices have the browser's own ways. */
const typedInto = ['text', 'search', 'password'];

/** The field, where keys of ours can help it; the PIN at the door has a pad of its own. */
function fieldOf(target: EventTarget | null): KeyboardField | undefined {
  if (target instanceof HTMLTextAreaElement) {
    return target;
  }
  const isTyped = target instanceof HTMLInputElement && typedInto.includes(target.type) && target.inputMode !== 'none';
  return isTyped ? target : undefined;
}

/**
 * Follows the focus within an element: a dialog answers for its own fields, the page for all that are in none.
 * @returns the field that a finger has chosen, until it is left or a real key is pressed
 */
export function useTouchedField(within: RefObject<HTMLElement | null>): KeyboardField | undefined {
  const [field, setField] = useState<KeyboardField>();
  useEffect(() => {
    let isTouch = false;
    let cancel: CancelTimer = () => {};
    const choose = (next: KeyboardField | undefined) => {
      cancel();
      cancel = next === undefined ? browserClock.after(stayMs, () => setField(undefined)) : () => {};
      if (next !== undefined) {
        setField(next);
      }
    };
    const own = () => within.current?.closest('dialog') ?? null;
    const end = new AbortController();
    const listen = <K extends keyof DocumentEventMap>(kind: K, listener: (event: DocumentEventMap[K]) => void) =>
      document.addEventListener(kind, listener, { capture: true, signal: end.signal });
    listen('pointerdown', (event) => {
      isTouch = event.pointerType === 'touch';
    });
    listen('focusin', ({ target }) => {
      const touched = isTouch ? fieldOf(target) : undefined;
      choose(touched?.closest('dialog') === own() ? touched : undefined);
    });
    listen('focusout', ({ relatedTarget }) => relatedTarget === null && choose(undefined));
    listen('keydown', (event) => event.isTrusted && choose(undefined));
    return () => {
      cancel();
      end.abort();
    };
  }, [within]);
  return field;
}
