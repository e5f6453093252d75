/**
 * Revoking a pass, step by step: which one, why, and what the core said.
 * Runs in the operator face.
 */
import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../../main/contract/public.ts';
import { useDesk } from '../../desk-context.ts';

export interface Revoking {
  /** What was typed: a number, a check code, or a whole pass. */
  readonly pass: string;
  /** A reader has typed it, and need not be shown. */
  readonly wasRead: boolean;
  readonly reason: string;
  readonly reasonField: RefObject<HTMLInputElement | null>;
  readonly missing: 'pass' | 'reason' | undefined;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly choose: (pass: string) => void;
  readonly explain: (reason: string) => void;
  readonly submit: () => Promise<void>;
}

const shortestReason = 3;

/** Whether a text is what a reader types, and not what a person does. */
export function isToken(text: string): boolean {
  return /^\s*eyJ[\w-]+\.[\w-]+\.[\w-]+\s*$/.test(text);
}

function whatLacks(pass: string, reason: string): Revoking['missing'] {
  if (pass.trim() === '') {
    return 'pass';
  }
  return reason.trim().length < shortestReason ? 'reason' : undefined;
}

/** The steps, for one form. */
export function useRevoke(onRevoked: (seq: number) => void): Revoking {
  const { ask } = useDesk();
  const [pass, setPass] = useState('');
  const [wasRead, setWasRead] = useState(false);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<Revoking['missing']>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const reasonField = useRef<HTMLInputElement>(null);
  const begin = (nextPass: string, nextReason: string) => {
    setPass(nextPass);
    setReason(nextReason);
    setMissing(undefined);
    setProblem(undefined);
  };
  const choose = (text: string) => {
    begin(text, reason);
    setWasRead(false);
  };
  const submit = async () => {
    // Not before Enter: half a pass looks like a whole one.
    setWasRead(isToken(pass));
    const lacks = whatLacks(pass, reason);
    setMissing(lacks);
    if (lacks === 'reason') {
      // The Enter of a reader says that the pass is complete, not that it is to be revoked.
      reasonField.current?.focus();
    }
    if (lacks !== undefined || busy) {
      return;
    }
    setBusy(true);
    const answer = await ask('pass.revoke', { pass: pass.trim(), reason });
    setBusy(false);
    if (answer.ok) {
      begin('', '');
      setWasRead(false);
      onRevoked(answer.value.seq);
    } else {
      setProblem(answer.error);
    }
  };
  const explain = (text: string) => begin(pass, text);
  return { pass, wasRead, reason, reasonField, missing, problem, busy, choose, explain, submit };
}
