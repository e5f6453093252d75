/** When counting begins, is switched off and on again, and what is kept of it beside the log. */
import { expect, it } from 'vitest';
import type { EntryDraft } from '../../../../main/core/entry-log/entry.ts';
import { buildInsideDesk } from '../../../../main/core/inside/inside.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';
import { type DeskLog, openDeskLog } from '../desk/desk-log.ts';

const admitted: EntryDraft = { outcome: 'admitted', channel: 'kiosk', purpose: 'visitor', status: 2 };

function begin({ database, log, clock }: DeskLog, count = true) {
  const onFault = (error: unknown) => {
    throw error;
  };
  const views = { note: () => true, noteNew: () => true };
  const settings = buildSettings({ inside: { count } });
  return buildInsideDesk({ database, settings, append: (draft) => log.append(draft), views, clock, onFault });
}

it('counting begins with nobody of before, and the log says where', () => {
  const desk = openDeskLog(makeTemporaryFolder());
  desk.log.append(admitted);
  const inside = begin(desk);
  expect(inside?.count()).toBe(0);
  desk.log.append(admitted);
  expect(inside?.count()).toBe(1);
  const reasons = desk.database.prepare("SELECT seq, channel, reason FROM entries WHERE outcome = 'act'").all();
  expect(reasons).toEqual([{ seq: 2, channel: 'kiosk', reason: 'inside-close' }]);
  desk.close();
});

it('who was let in while nobody counted is not counted later', () => {
  const desk = openDeskLog(makeTemporaryFolder());
  const first = begin(desk);
  desk.log.append(admitted);
  first?.end();
  expect(begin(desk, false)).toBeUndefined();
  desk.log.append(admitted);
  expect(begin(desk)?.count()).toBe(0);
  desk.close();
});

it('after a kill the rows that were not kept are read again, however many', () => {
  const desk = openDeskLog(makeTemporaryFolder());
  const before = begin(desk);
  desk.database.transaction(() => {
    for (let row = 0; row < 1_200; row += 1) {
      desk.log.append(admitted);
    }
  })();
  expect(before?.count()).toBe(1_200);
  desk.log.append(admitted);
  desk.log.append({ outcome: 'act', channel: 'operator', reason: 'check-out 7' });
  // Without an end, as after kill -9.
  expect(begin(desk)?.count()).toBe(1_200);
  desk.close();
});
