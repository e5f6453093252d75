/**
 * The worker of an export whose program ends (SIGKILL) at the n-th thing that is asked of the files; n is
 * `PRAVESH_TEST_DIES_AT`. For tests only.
 */
import { serveExport } from '../../main/core/export/worker.ts';
import { buildFaultyFiles } from './faulty-export-files.ts';

const last = Number(process.env.PRAVESH_TEST_DIES_AT);

await serveExport(
  buildFaultyFiles((call) => {
    if (call === last) {
      process.kill(process.pid, 'SIGKILL');
    }
  }),
);
