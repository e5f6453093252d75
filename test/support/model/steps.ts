/** The steps of a run of the model, as commands of fast-check: each does one thing and has it judged. For tests only. */
import type fc from 'fast-check';
import type { Client } from '../../../main/contract/public.ts';
import type { Person } from '../../../main/sandbox/sandbox.ts';
import { localCaller } from '../operators.ts';
import { startInput } from '../visitor-client.ts';
import { codeOf, type Guest, isOpen, must } from './guest.ts';
import {
  alike,
  type Code,
  clientOf,
  codeFor,
  isKnown,
  isLike,
  mustBeAsItStands,
  mustBeRefused,
  oneOf,
  refusalOf,
} from './judge.ts';
import type { Reference } from './reference.ts';
import type { Rig } from './rig.ts';

export type Step = fc.AsyncCommand<Reference, Rig>;

/** A step by its name and what it does; one with a guest is left out until there are so many. */
function step(name: string, run: (model: Reference, rig: Rig) => Promise<void>, guests = 0): Step {
  return {
    check: (model) => model.guests.length >= guests,
    toString: () => name,
    async run(model, rig) {
      try {
        await run(model, rig);
        await rig.endStep(model);
      } catch (error) {
        throw new Error(`${error instanceof Error ? error.message : ''}, at: ${name}`, { cause: error });
      }
    },
  };
}

/** The guest who came so many before the last one. */
function guestAt({ guests }: Reference, back: number): Guest {
  const guest = guests.at(-1 - back);
  must(guest !== undefined, 'there is no such guest');
  return guest;
}

/** Somebody begins; with a key it may be asked twice at once, as a network does that loses answers. */
export function start(person: Person, as: 'page' | 'party' | 'party, twice'): Step {
  return step(`start ${person.full_name} (${as})`, async (model, rig) => {
    const key = as === 'page' ? undefined : rig.nextKey();
    const client = as === 'page' ? rig.program.page() : rig.program.party(key);
    const input = startInput(person, rig.program.versions[as === 'page' ? 'page' : 'party']);
    const call = () => client['verification.start'](input);
    const before = rig.newestSms(person.mobile_number);
    const replays = rig.program.replays;
    const [send, again] = [model.count(person, rig.now()), model.count(person, rig.now())];
    await rig.ask(as === 'party, twice' ? () => alike(call) : call, (heard, answer) => {
      if (as !== 'party, twice' || rig.program.replays > replays) {
        model.uncount(again);
      } else {
        // The second came after the first had been told to come again, and was tried anew.
        must(!answer.ok && 'retryAfterMs' in answer.error, 'the same call was made twice');
        model.started(person, true, again, rig.now(), heard, answer);
      }
      const guest = model.started(person, as !== 'page', send, rig.now(), heard, answer);
      const sms = rig.newestSms(person.mobile_number);
      if (guest !== undefined && sms !== before) {
        guest.otp = sms?.otp;
      }
      rig.keyed = as === 'page' ? undefined : { call, answer, guest, starts: rig.program.starts };
    });
  });
}

/** The last call with a key comes once more, late: it does nothing, and is answered as things stand now. */
export function repeat(): Step {
  return step('repeat the last call with a key', async (model, rig) => {
    const { keyed } = rig;
    const isHeld = keyed?.starts === rig.program.starts && (keyed.answer.ok || !('retryAfterMs' in keyed.answer.error));
    if (keyed === undefined || !isHeld) {
      return;
    }
    await rig.ask(keyed.call, (heard, answer) => {
      must(heard.asked === 0, 'a repeated call asks the upstream again');
      if (keyed.guest === undefined) {
        must(codeOf(answer) === codeOf(keyed.answer), 'a repeated call is answered otherwise');
      } else {
        mustBeAsItStands(model, rig, keyed.guest, answer);
      }
    });
  });
}

export function submit(back: number, code: Code, isTwice: boolean): Step {
  const name = `submit the ${code} code of guest -${back}${isTwice ? ', twice' : ''}`;
  return step(
    name,
    async (model, rig) => {
      const guest = guestAt(model, back);
      const otp = codeFor(rig, guest, code);
      const client = clientOf(rig, guest);
      const call = () => client['verification.submitOtp']({ id: guest.id, otp });
      const refusal =
        code === 'no code' && isKnown(model, rig, guest) ? 'invalid-input' : refusalOf(model, rig, guest, 'submit');
      guest.state = refusal === undefined ? 'checking' : guest.state;
      await rig.ask(isTwice ? () => oneOf(call, refusal ?? 'conflict') : call, (heard, answer) => {
        if (refusal !== undefined) {
          mustBeRefused(heard, answer, refusal);
        } else if (guest.state === 'checking') {
          model.submitted(guest, otp, rig.now(), heard, answer);
          rig.noteShown(answer);
        } else {
          mustBeAsItStands(model, rig, guest, answer);
        }
      });
    },
    back + 1,
  );
}

export function resend(back: number): Step {
  return step(
    `resend to guest -${back}`,
    async (model, rig) => {
      const guest = guestAt(model, back);
      const { mobile_number } = guest.person;
      const client = clientOf(rig, guest);
      const before = rig.newestSms(mobile_number);
      const refusal = refusalOf(model, rig, guest, 'resend');
      guest.busy ||= refusal === undefined;
      const send = model.count(guest.person, rig.now());
      await rig.ask(
        () => client['verification.resendOtp']({ id: guest.id }),
        (heard, answer) => {
          if (refusal !== undefined) {
            mustBeRefused(heard, answer, refusal);
          } else if (!isOpen(guest)) {
            // It was given up at the moment at which the guest was.
            must(codeOf(answer) === 'upstream-unavailable' || isLike(answer, guest.last), 'a late code is told');
          } else if (model.resent(guest, send, rig.now(), heard, answer)) {
            const sms = rig.newestSms(mobile_number);
            guest.otp = sms === before ? undefined : sms?.otp;
          }
        },
      );
    },
    back + 1,
  );
}

export function cancel(back: number): Step {
  return step(
    `cancel guest -${back}`,
    async (model, rig) => {
      const guest = guestAt(model, back);
      if (isKnown(model, rig, guest)) {
        model.left(guest, rig.now(), 'cancelled');
      }
      const call = () => clientOf(rig, guest)['verification.cancel']({ id: guest.id });
      await rig.ask(call, (_heard, answer) => mustBeAsItStands(model, rig, guest, answer));
    },
    back + 1,
  );
}

export function look(back: number): Step {
  return step(
    `look at guest -${back}`,
    async (model, rig) => {
      const guest = guestAt(model, back);
      const call = (client: Client) => () => client['verification.get']({ id: guest.id });
      await rig.ask(call(clientOf(rig, guest)), (_heard, answer) => mustBeAsItStands(model, rig, guest, answer));
      const other = guest.isParty ? rig.program.page() : rig.program.party();
      await rig.ask(call(other), (heard, answer) => mustBeRefused(heard, answer, 'not-found'));
    },
    back + 1,
  );
}

export const decline = step('decline', async (model, rig) => {
  const input = { purpose: 'visitor', locale: 'en', version: rig.program.versions.page } as const;
  const declined = await rig.program.page()['consent.decline'](input);
  must(declined.ok, 'nobody can decline');
  model.owed.push({ outcome: 'declined', reason: null, status: null });
});

export const leave = step('the page goes away', async (model, rig) => {
  await rig.program.kiosk.pageGone();
  for (const guest of model.guests.filter(({ isParty }) => !isParty)) {
    model.left(guest, rig.now(), 'page-gone');
  }
});

export function late(call: string): Step {
  return step(`${call} is late, or what is late comes`, async (_model, rig) =>
    rig.isPending() ? await rig.release() : rig.holdNext(call),
  );
}

export const resume = step('staff return it to service', async (model, rig) => {
  const resumed = await rig.program.kiosk.client(localCaller)['service.resume']({});
  must(resumed.ok, 'staff cannot return it to service');
  model.resumed();
});

export const restart = step('restart', async (model, rig) => {
  await rig.release();
  for (const guest of model.guests) {
    model.left(guest, rig.now(), 'terminal-stopped');
  }
  await rig.program.restart();
  model.restarted(rig.now());
});

export const crash = step('crash', async (model, rig) => {
  await rig.crash();
  model.restarted(rig.now());
});

export function fault(kind: string, call: string, times: number): Step {
  return step(`fault ${kind} of ${call} x${times}`, (_model, rig) => rig.fault({ kind, call, times }));
}

export function pass(milliseconds: number): Step {
  return step(`pass ${milliseconds} ms`, (model, rig) => rig.pass(model, milliseconds));
}

export function jump(milliseconds: number): Step {
  return step(`jump ${milliseconds} ms`, async (model, rig) => rig.jump(model, milliseconds));
}

export const setRight = step('set the clock right', async (model, rig) => {
  const { wall, truth } = rig.now();
  rig.jump(model, truth - wall);
});
