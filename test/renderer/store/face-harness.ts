/**
 * A whole face in Node: the real store and words, with a fake client, a clock that a test moves, and ears.
 */
import {
  answer,
  type ConsentNotice,
  type KioskDescription,
  type Locale,
  type SnapshotIn,
} from '../../../main/contract/public.ts';
import { findLanguage } from '../../../renderer/i18n/languages.ts';
import { createSpeaker } from '../../../renderer/i18n/speaker.ts';
import type { Cue } from '../../../renderer/sounds/chimes.ts';
import { createFaceStore, type FaceStore } from '../../../renderer/store/face-store.ts';
import type { ScreenName, ScreenOf } from '../../../renderer/store/screen.ts';
import { buildFakeClient, type FakeAnswers, type FakeClient } from '../../support/fake-client.ts';
import { buildFakeClock, type FakeClock, settlePromises } from '../../support/fake-clock.ts';

/** The id of the one verification that these tests open. */
export const id = 'V'.repeat(22);

/** A terminal as it describes itself. */
export function describeKiosk(changes: Partial<KioskDescription> = {}): KioskDescription {
  return {
    site: { id: 'hq', name: 'Head Office', terminal: 'gate-1', timezone: 'Asia/Kolkata' },
    demo: false,
    mode: 'kiosk',
    languages: ['en', 'hi'],
    purposes: ['visitor'],
    purposeLabels: {},
    consent: { version: '1' },
    limits: {
      otpMs: 180_000,
      resendMs: 180_000,
      otpAttempts: 3,
      nameLength: 100,
      perNumber: { per10Minutes: 3, perDay: 6 },
    },
    state: 'in-service',
    passes: [],
    ownPhone: false,
    display: { idleSeconds: 45, resultSeconds: 8 },
    ...changes,
  };
}

/** A notice in a language. */
export function buildNotice(locale: Locale): ConsentNotice {
  return { version: '1', locale, hash: 'h', text: `t ${locale}`, title: 't', sections: [] };
}

/** A verification that waits for its code. */
export function awaiting(changes: Partial<SnapshotIn<'awaiting-otp'>> = {}): SnapshotIn<'awaiting-otp'> {
  return {
    id,
    state: 'awaiting-otp',
    revision: 1,
    expiresInMs: 180_000,
    resendInMs: 180_000,
    attemptsLeft: 3,
    maskedMobile: '••••••3210',
    ...changes,
  };
}

/** A verification that is decided. */
export function decided(changes: Partial<SnapshotIn<'decided'>> = {}): SnapshotIn<'decided'> {
  return {
    id,
    state: 'decided',
    revision: 3,
    status: 2,
    decision: 'admitted',
    entryId: 'e',
    seq: 41,
    checkCode: '7KQ2M9XB',
    ...changes,
  };
}

export interface FaceHarness {
  readonly store: FaceStore;
  readonly fake: FakeClient;
  readonly clock: FakeClock;
  /** What a visitor has heard, in order. */
  readonly cues: readonly Cue[];
  /** What the core was asked, in order, without the heartbeat. */
  asked(): readonly string[];
  /** The screen, which must be this one. */
  on<N extends ScreenName>(name: N): ScreenOf<N>;
  /** Ends listening and counting. */
  stop(): void;
  /** Lets all promises settle. */
  settle(): Promise<void>;
}

/** Starts a face whose terminal answers; it stands on the start screen. */
export async function startFace(
  answers: FakeAnswers = {},
  description: KioskDescription = describeKiosk(),
): Promise<FaceHarness> {
  const fake = buildFakeClient({ 'kiosk.describe': Array(400).fill(answer(description)), ...answers });
  const clock = buildFakeClock();
  const cues: Cue[] = [];
  const speaker = createSpeaker();
  const store = createFaceStore({ client: fake.client, clock, speaker, play: (cue) => cues.push(cue) });
  const stop = store.start();
  await settlePromises();
  return {
    store,
    fake,
    clock,
    cues,
    asked: () => fake.calls.map(({ name }) => name).filter((name) => name !== 'kiosk.describe'),
    on: (name) => expectScreen(store, name),
    stop,
    settle: settlePromises,
  };
}

function expectScreen<N extends ScreenName>(store: FaceStore, name: N): ScreenOf<N> {
  const screen = store.screen.peek();
  if (!isScreen(screen, name)) {
    throw new Error(`the face is on "${screen.name}", not on "${name}"`);
  }
  return screen;
}

function isScreen<N extends ScreenName>(screen: { readonly name: ScreenName }, name: N): screen is ScreenOf<N> {
  return screen.name === name;
}

/** Goes to the notice in a language, and waits until it is there. */
export async function toConsent(face: FaceHarness, locale: Locale = 'en'): Promise<void> {
  if (findLanguage(locale) === undefined) {
    throw new TypeError('the face does not speak this language');
  }
  face.fake.push('consent.read', answer(buildNotice(locale)));
  face.store.send({ type: 'begin', locale });
  await face.settle();
}

/** Goes to the details: of age, and agreed. */
export async function toDetails(face: FaceHarness, locale: Locale = 'en'): Promise<void> {
  await toConsent(face, locale);
  face.store.send({ type: 'answer-age', adult: true });
  face.store.send({ type: 'agree' });
}

/** Types a name and a number. */
export function typeDetails(face: FaceHarness, fullName = 'Asha Kumari', mobileNumber = '9876543210'): void {
  face.store.send({ type: 'edit', field: 'fullName', text: fullName });
  face.store.send({ type: 'edit', field: 'mobileNumber', text: mobileNumber });
}

/** Goes to the code. */
export async function toCode(face: FaceHarness, snapshot = awaiting()): Promise<void> {
  await toDetails(face);
  typeDetails(face);
  face.fake.push('verification.start', answer(snapshot));
  face.store.send({ type: 'send' });
  await face.settle();
}

/** An answer that comes when the test lets it. */
export function later<T>(): { readonly promise: Promise<T>; readonly arrive: (value: T) => void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { promise, arrive: resolve };
}
