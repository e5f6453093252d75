/**
 * Does what a step wants done outside: the one place where the visit calls the core.
 * Runs in the face.
 */
import type { Unwatch, VisitorClient } from '../../main/contract/public.ts';
import type { Speaker } from '../i18n/speaker.ts';
import type { Cue } from '../sounds/chimes.ts';
import type { Answered, CallEffect, Effect } from './effect.ts';
import type { FaceEvent } from './face-event.ts';

/** Where effects go. */
export interface EffectParts {
  readonly client: VisitorClient;
  readonly speaker: Speaker;
  readonly play: (cue: Cue) => void;
}

export interface Effects {
  readonly run: (effect: Effect) => void;
  /** Stops listening, for good. */
  readonly end: () => void;
}

/** Builds what runs the effects of a face; answers and news come back as events. */
export function createEffects({ client, speaker, play }: EffectParts, happen: (event: FaceEvent) => void): Effects {
  let ended = false;
  let unwatch: Unwatch = () => {};
  const listen = () => {
    unwatch();
    if (!ended) {
      unwatch = client['kiosk.watch']((event) => happen({ type: 'told', event }));
    }
  };
  return {
    run(effect) {
      switch (effect.kind) {
        case 'call':
          return void runCall(client, effect).then(happen);
        case 'sound':
          return play(effect.cue);
        case 'speak':
          return void speaker.speak(effect.locale);
        case 'listen':
          return listen();
      }
    },
    end() {
      ended = true;
      unwatch();
    },
  };
}

/** Calls the core and gives the answer back as an event, with the ticket of its question. */
async function runCall(client: VisitorClient, effect: CallEffect): Promise<Answered> {
  const { ticket } = effect;
  const type = 'answered';
  switch (effect.name) {
    case 'kiosk.describe':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'consent.read':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'consent.decline':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.start':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.get':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.submitOtp':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.resendOtp':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'pass.use':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'pass.issue':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'phone.invite':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'phone.get':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'phone.cancel':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
    case 'verification.cancel':
      return { type, name: effect.name, ticket, answer: await client[effect.name](effect.input) };
  }
}
