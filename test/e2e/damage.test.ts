/** A log whose file is damaged, as visitors, staff and the installer meet it; and how it is repaired beside the running kiosk. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../support/program.ts';
import { pageOf, rootOf, wipePage } from '../support/wounds.ts';
import { rowOf } from './support/rows.ts';
import { comeToCode, enterCode } from './support/steps.ts';
import { inVenue } from './support/venue.ts';
import { desk } from './support/venue-settings.ts';
import { enter } from './support/visitor.ts';

const venue = inVenue();

test('the screen says where to go; the doctor repairs it meanwhile, and visitors are served again', async () => {
  const visitor = await enter(venue, 'en');
  const person = venue.person('en', 2);
  await comeToCode(visitor, person);
  await enterCode(visitor, person);
  await visitor.face.result.heading('admitted').waitFor();
  const [first] = await visitor.newRows(1);
  await visitor.leave();
  let folders: readonly string[] = [];
  const backups = join(venue.data, 'backups');
  await venue.restart(async (named) => {
    folders = named;
    mkdirSync(backups, { recursive: true });
    const backup = join(backups, 'pravesh-000000000001-20260115T043000Z.db');
    expect(await runProgram(['backup', backup, ...named])).toMatchObject({ code: 0 });
    const path = join(venue.data, 'pravesh.db');
    // Rows can still be read, as a test does to see what came; the kiosk itself cannot begin with this.
    wipePage(path, rootOf(path, 'parties'));
  });

  const turnedAway = await enter(venue, 'en');
  await turnedAway.face.outOfOrder.heading.waitFor();
  await turnedAway.face.reception.where(desk).waitFor();
  await turnedAway.leave();
  const ready = await fetch(new URL('/readyz', venue.launchUrl));
  expect(ready.status).toBe(503);
  const looked = await runProgram(['doctor', ...folders]);
  expect(looked.code).toBe(1);
  expect(looked.stdout).toContain('pravesh doctor --repair');

  const repaired = await runProgram(['doctor', '--repair', ...folders]);
  expect(repaired).toMatchObject({ code: 0 });
  expect(repaired.stdout).toContain('The newest good backup holds 1 rows');
  const isReady = async () => (await fetch(new URL('/readyz', venue.launchUrl)).catch(() => undefined))?.status;
  await expect.poll(isReady, { timeout: 30_000 }).toBe(200);

  await venue.restart();
  const next = await enter(venue, 'hi');
  const second = venue.person('hi', 2);
  const consent = await comeToCode(next, second);
  await enterCode(next, second);
  await next.face.result.heading('admitted').waitFor();
  // Between the two stands the act of the repair.
  const [row] = await next.newRows(1);
  expect(row?.seq).toBe((first?.seq ?? 0) + 2);
  expect(row).toMatchObject(rowOf(next, second, consent, { outcome: 'admitted', status: 2 }));
});

test('a page deep in the file that is lost is found by the doctor', async () => {
  const path = join(venue.data, 'pravesh.db');
  let said = '';
  await venue.restart(async (folders) => {
    const page = pageOf(path, 1);
    wipePage(path, page);
    said = (await runProgram(['doctor', ...folders])).stdout;
    expect(await runProgram(['doctor', '--repair', '--json', ...folders])).toMatchObject({ code: 0 });
  });
  expect(said).toContain('NOT WELL: damaged');
});
