/**
 * `pravesh entries notice`: what the visitor of an entry read, exactly.
 * Runs in Node, for the CLI, beside a running kiosk too. It says nothing of the visitor, so it is no look at anybody.
 */
import { type NoNotice, readShownNotice } from '../../core/kiosk.ts';
import { type CommandIo, readWholeNumber, UsageError } from '../command.ts';
import { type EntriesAction, findLog, inWords } from './action.ts';

export const showNotice: EntriesAction = {
  takes: ['seq', 'json'],
  run(options, io) {
    if (options.seq === undefined) {
      throw new UsageError('--seq is missing: the number of the entry');
    }
    const seq = readWholeNumber(options.seq, '--seq', { min: 1, max: Number.MAX_SAFE_INTEGER });
    const data = findLog(options);
    const notice = inWords(data, () => readShownNotice({ data, seq }));
    if (typeof notice === 'string') {
      return sayNone(notice, seq, io);
    }
    if (options.json === true) {
      io.out(JSON.stringify(notice));
    } else {
      const { at, outcome, version, locale, hash, text } = notice;
      io.out(`entry ${seq} of ${at} (${outcome}); notice ${version} in ${locale}; SHA-256 ${hash}`);
      io.out('');
      io.out(text);
    }
    if (!notice.intact) {
      io.err('pravesh entries: the text is not the one that was shown: its SHA-256 is another');
    }
    return notice.intact ? 0 : 1;
  },
};

function sayNone(why: NoNotice, seq: number, { err }: CommandIo): number {
  const words = { 'no-entry': `there is no entry ${seq}`, 'no-notice': `entry ${seq} is no visit: it has no notice` };
  err(`pravesh entries: ${words[why]}`);
  return 1;
}
