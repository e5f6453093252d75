/**
 * A thread that verifies a stretch of a log, with a read-only connection of its own. A host's entry calls `serveWalk`;
 * this file is a door of the core for that entry alone.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading } from '../db/database.ts';
import { checkSignature, hashInto, sha256 } from '../tree/sha256.ts';
import type { FromWalk, WalkData } from './walk-in-threads.ts';
import { walkRows } from './walk-rows.ts';

/**
 * Goes through the stretch that the thread was started with, and tells the thread that started it. Never throws: why it
 * could not is found out by that thread, which then goes through the rows itself.
 */
export function serveWalk(): void {
  const { path, stretch }: WalkData = workerData;
  const tell = (message: FromWalk) => parentPort?.postMessage(message);
  const tools = { checkSignature, hashInto, sha256 };
  const onRows = (rows: number) => tell({ type: 'rows', rows });
  try {
    const database = openForReading(path);
    try {
      // Every page is read once: a large cache would only fill the memory.
      database.pragma('cache_size = -1024');
      database.exec('BEGIN');
      tell({ type: 'walked', walk: walkRows(database, tools, stretch, onRows) });
    } finally {
      database.close();
    }
  } catch {
    tell({ type: 'failed' });
  }
}
