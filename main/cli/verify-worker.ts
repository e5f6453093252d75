/**
 * The entry of the threads that verify a log: they load no more of the core than that.
 * Runs in threads of their own, of the CLI.
 */
import { serveWalk } from '../core/verify/worker.ts';

serveWalk();
