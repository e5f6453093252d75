/**
 * The worker of an export whose program ends (SIGKILL) at the n-th thing that is asked of the files; n is
 * `PRAVESH_TEST_DIES_AT`. For tests only.
 */
import { workerData } from 'node:worker_threads';
import { serveTable } from '../../main/core/export/table-worker.ts';
import { serveExport } from '../../main/core/export/worker.ts';
import { buildFaultyFiles } from './faulty-export-files.ts';

const last = Number(process.env.PRAVESH_TEST_DIES_AT);

const files = buildFaultyFiles((call) => {
  if (call === last) {
    process.kill(process.pid, 'SIGKILL');
  }
});
await ('table' in workerData ? serveTable(files) : serveExport(files));
