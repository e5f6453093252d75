/**
 * One export in a process of its own, for tests in which it dies: `export-child.ts DATA OUT PAGE WORKER`.
 * For tests only.
 */
import { runExportLog } from './export-rig.ts';

const [data = '', out = '', page = '', worker = ''] = process.argv.slice(2);
await runExportLog({ data, out, host: { worker, page, drives: () => [] } });
