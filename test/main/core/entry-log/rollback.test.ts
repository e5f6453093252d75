/** Rows of a group that could not be committed leave nothing behind, in the file or in the memory of the tree. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendLeaf, emptyFrontier, type Frontier, rootOf } from '../../../../main/contract/public.ts';
import { openForWriting } from '../../../../main/core/db/database.ts';
import { buildGroupCommit } from '../../../../main/core/db/group-commit.ts';
import { migrate } from '../../../../main/core/db/migrate.ts';
import { buildEntryLog } from '../../../../main/core/entry-log/entry-log.ts';
import { sha256 } from '../../../../main/core/tree/sha256.ts';
import { buildTreeReader } from '../../../../main/core/tree/tree.ts';
import { buildFakeClock } from '../../../support/fake-clock.ts';
import { buildFakeRandom } from '../../../support/fake-random.ts';
import { buildSettings } from '../../../support/settings.ts';
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts';

test('after a group that failed, the tree is that of the rows that are there', async () => {
  const database = openForWriting(join(makeTemporaryFolder(), 'pravesh.db'));
  migrate(database);
  const [clock, random, settings] = [buildFakeClock(), buildFakeRandom(), buildSettings()];
  const log = buildEntryLog({ database, settings, siteKey: new Uint8Array(32), clock, random });
  const group = buildGroupCommit(database, clock, { onRollback: log.reload });
  const append = () => group.run(() => log.append({ outcome: 'act', channel: 'operator', reason: 'test' }));
  const failing = group.run(() => {
    throw new Error('in the middle');
  });
  const writes = [append(), append(), failing, append()];
  expect((await Promise.allSettled(writes)).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
  ]);
  await append();
  const leaves = database.prepare('SELECT leaf_hash FROM entries ORDER BY seq').pluck().all() as Uint8Array[];
  expect(leaves).toHaveLength(4);
  const grown = leaves.reduce((edge: Frontier, leaf) => appendLeaf(sha256, edge, leaf).frontier, emptyFrontier);
  expect(Buffer.from(buildTreeReader(database).rootAt(4))).toEqual(Buffer.from(rootOf(sha256, grown)));
  database.close();
});
