/**
 * What wants an answer before anything else: the browser's own dialog, which keeps the focus and closes with Escape.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { CloseIcon } from '../../components/icons/icons.tsx';
import { TouchKeys } from '../keys/touch-keys.tsx';
import { useWords } from '../words.ts';
import { Button } from './button.tsx';
import './controls.css';
import { controlWords } from './words.ts';

export interface DialogProps {
  readonly title: string;
  readonly children: ComponentChildren;
  /** The buttons at its end. */
  readonly actions?: ComponentChildren;
  /** `wide` for what is read, `usual` for what is asked. */
  readonly size?: 'usual' | 'wide';
  /** Without it the dialog can be left by its own buttons alone. */
  onClose?(): void;
}

/** Shows the dialog for as long as it is rendered; the focus goes back to where it was. */
export function Dialog({ title, children, actions, size = 'usual', onClose }: DialogProps) {
  const say = useWords(controlWords);
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const { current } = dialog;
    current?.showModal();
    return () => {
      // As long as it is open nothing else can take the focus.
      current?.close();
      if (before instanceof HTMLElement && before.isConnected) {
        before.focus({ preventScroll: true });
      }
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header class="dialog-head">
        <h2 id={titleId}>{title}</h2>
        {onClose === undefined ? null : (
          <Button weight="quiet" label={say('close')} icon={<CloseIcon />} onPress={onClose}>
            {null}
          </Button>
        )}
      </header>
      <div class="dialog-body">{children}</div>
      {actions === undefined ? null : <footer class="dialog-actions">{actions}</footer>}
      <TouchKeys />
    </dialog>
  );
}
