/** Which steps a run of the model is drawn from, and how often each comes. For tests only. */
import fc from 'fast-check';
import { callNames } from '../../../main/sandbox/calls.ts';
import { faultKinds } from '../../../main/sandbox/fault-kinds.ts';
import { people, unknown } from './people.ts';
import {
  cancel,
  crash,
  decline,
  fault,
  jump,
  late,
  leave,
  look,
  pass,
  repeat,
  resend,
  restart,
  resume,
  type Step,
  setRight,
  start,
  submit,
} from './steps.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const who = fc.constantFrom(...people, ...people, unknown);
/** Most often the last one. */
const back = fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 2, 3);
const starts = fc.tuple(who, fc.constantFrom('page', 'page', 'party', 'party, twice')).map((given) => start(...given));
const right = fc.tuple(back, fc.constant('right' as const), fc.boolean()).map((given) => submit(...given));
const otherCode = fc.constantFrom('wrong', 'wrong', 'old', 'right', 'no code');
const submits = fc.tuple(back, otherCode, fc.constant(false)).map((given) => submit(...given));
const kinds = Array.from(faultKinds).flatMap(([kind, { calls }]) => calls.map((call) => [kind, call] as const));
const faults = fc
  .tuple(fc.constantFrom(...kinds), fc.constantFrom(1, 1, 1, 1, 2, 5))
  .map(([of, times]) => fault(...of, times));
const waits = fc.constantFrom(
  1_000,
  24_999,
  minute,
  3 * minute,
  3 * minute,
  11 * minute,
  65 * minute,
  25 * 60 * minute,
);

/** Everything that can happen while the clock is right; what happens more often stands there more often. */
export const steps: readonly fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 5 }, () => starts),
  ...Array.from({ length: 8 }, () => right),
  ...Array.from({ length: 2 }, () => submits),
  ...Array.from({ length: 2 }, () => back.map(resend)),
  fc.constant(repeat()),
  back.map(cancel),
  back.map(cancel),
  back.map(look),
  fc.constantFrom(decline, leave, resume),
  ...Array.from({ length: 3 }, () => fc.constantFrom(...callNames, 'status').map(late)),
  faults,
  waits.map(pass),
  waits.map(pass),
  fc.constantFrom(restart, crash, crash),
];

const jumps = [-3_000, 3_000, -4 * minute, 4 * minute, -20 * minute, 20 * minute, -day, day, -400 * day, 400 * day];

/** The same, and a clock that people and machines set. */
export const stepsOfClocks: readonly fc.Arbitrary<Step>[] = [
  ...steps,
  fc.constantFrom(...jumps, -20_000 * day, 3_650 * day).map(jump),
  fc.constant(setRight),
];
