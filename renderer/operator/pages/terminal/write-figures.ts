/**
 * The terminal's figures in the words of one language, name beside value.
 * Runs in the operator face; pure.
 */
import type { Health, ServiceReason } from '../../../../main/contract/public.ts';
import type { Dates } from '../../dates.ts';
import { type DeskLocale, formatLocales, type Say } from '../../words.ts';
import { writeSize } from '../export/sizes.ts';
import type { figureWords } from './figure-words.ts';

type Word = keyof typeof figureWords.en;
type Fact = readonly [name: string, value: string];

export interface FigureWriter {
  readonly say: Say<Word>;
  readonly dates: Pick<Dates, 'moment'>;
  readonly locale: DeskLocale;
  /** Milliseconds since 1970. */
  readonly now: number;
}

const reasons: Readonly<Partial<Record<ServiceReason, Word>>> = {
  'out-of-order': 'because-staff',
  crashes: 'because-crashes',
  'disk-low': 'because-disk-low',
  'log-damaged': 'because-log-damaged',
  'log-unavailable': 'because-log-unavailable',
  'clock-wrong': 'because-clock-wrong',
  'upstream-forbidden': 'because-upstream-forbidden',
  'upstream-unavailable': 'because-upstream-unavailable',
  'upstream-signature-invalid': 'because-upstream-signature-invalid',
};

/** Writes them, in the order in which somebody looks when something is wrong. */
export function writeFigures(health: Health, writer: FigureWriter): Fact[] {
  const { say, locale } = writer;
  const { figures } = health;
  const { log, last, upstream } = figures;
  const ago = (at: string | undefined, never: Word) => (at === undefined ? say(never) : writeAgo(at, writer));
  const entries = { count: log.entries, at: ago(log.newestAt, 'never') };
  return [
    [say('state'), writeState(health, say)],
    [say('running'), ago(figures.startedAt, 'never')],
    [say('upstream'), ago(upstream.wellAt, 'upstream-none')],
    [say('answers'), writeAnswers(upstream, writer)],
    [say('disk'), writeSize(figures.freeBytes, locale)],
    [say('entries'), say(log.entries === 0 ? 'entries-none' : 'entries-newest', entries)],
    [say('wal'), writeSize(log.walBytes, locale)],
    [say('checkpoint'), ago(last.checkpoint, 'never')],
    [say('export'), ago(last.export, 'never')],
    [say('backup'), ago(last.backup, 'backup-never')],
    [say('clock'), say(figures.clockIsPlausible ? 'clock-ok' : 'clock-wrong')],
    [say('heartbeat'), writeHeartbeat(figures.heartbeat, writer)],
    [say('crashes'), writeCrashes(figures.crashes, writer)],
  ];
}

/** A reason that this page has no words for is shown as its code. */
function writeState({ state, reason }: Health, say: Say<Word>): string {
  const word = reason === undefined ? undefined : reasons[reason];
  const why = word === undefined ? reason : say(word);
  return why === undefined ? say(state) : `${say(state)}: ${why}`;
}

type Figures = Health['figures'];

function writeAnswers({ answers, p50Ms, p95Ms }: Figures['upstream'], { say, locale }: FigureWriter): string {
  return p50Ms === undefined || p95Ms === undefined
    ? say('answers-none')
    : say('answers-within', { count: answers, p50: writeSeconds(p50Ms, locale), p95: writeSeconds(p95Ms, locale) });
}

function writeHeartbeat(heartbeat: Figures['heartbeat'], writer: FigureWriter): string {
  const { say } = writer;
  if (heartbeat === undefined) {
    return say('heartbeat-off');
  }
  const { takenAt, failsSince } = heartbeat;
  if (failsSince !== undefined) {
    return say('heartbeat-fails', { at: writeAgo(failsSince, writer) });
  }
  return takenAt === undefined ? say('heartbeat-first') : say('heartbeat-taken', { at: writeAgo(takenAt, writer) });
}

function writeCrashes({ program, page, newestAt }: Figures['crashes'], writer: FigureWriter): string {
  const { say } = writer;
  return newestAt === undefined
    ? say('crashes-none')
    : say('crashes-some', { program, page, at: writeAgo(newestAt, writer) });
}

/** "0.35 secs", "12 secs". */
function writeSeconds(milliseconds: number, locale: DeskLocale): string {
  const format = new Intl.NumberFormat(formatLocales[locale], {
    style: 'unit',
    unit: 'second',
    maximumSignificantDigits: 2,
  });
  return format.format(milliseconds / 1000);
}

const steps = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** "31 Jan 2026, 9:41:07 am (3 hours ago)"; a moment ahead of the clock, and this very minute, stand alone. */
function writeAgo(at: string, { say, dates, locale, now }: FigureWriter): string {
  const passed = now - Date.parse(at);
  const step = steps.find(([, length]) => passed >= length);
  if (step === undefined) {
    return dates.moment(at);
  }
  const [unit, length] = step;
  const format = new Intl.RelativeTimeFormat(formatLocales[locale]);
  return say('ago', { at: dates.moment(at), ago: format.format(-Math.floor(passed / length), unit) });
}
