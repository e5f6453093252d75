/**
 * Goes through a log in several threads, each through a stretch of it. A stretch begins on the nodes that are stored over
 * the rows before it; that these are what those rows lead to is checked at the end. Runs in the caller's thread.
 */
import { Worker } from 'node:worker_threads';
import { frontierAt, rootOf, sameBytes, type TreeNode, type VerifyTools } from '../../contract/public.ts';
import type { ReadDatabase } from '../db/database.ts';
import { selectNode } from '../tree/tree-sql.ts';
import { pageRows } from './page-sql.ts';
import type { Stretch, Walk } from './walk-rows.ts';

/** The threads that a host has for this. */
export interface WalkThreads {
  /** The built entry of a thread; it calls `serveWalk`. */
  readonly worker: string;
  /** How many there may be. */
  readonly count: number;
  /** How many rows are worth a thread. */
  readonly leastRows: number;
}

/** What a thread is started with. */
export interface WalkData {
  /** The database's file. */
  readonly path: string;
  readonly stretch: Stretch;
}

/** From a thread. After `walked` or `failed` it says no more. */
export type FromWalk =
  | { readonly type: 'rows'; readonly rows: number }
  | { readonly type: 'walked'; readonly walk: Walk }
  | { readonly type: 'failed' };

/** The heap of a thread, in megabytes: it holds a page of rows and the notes of its heads. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 8 };

interface WholeWalk {
  readonly path: string;
  readonly tools: Pick<VerifyTools, 'sha256'>;
  readonly whole: Stretch;
  readonly onProgress: (rows: number, total: number) => void;
}

/**
 * Goes through all of it.
 * @returns undefined where something is wrong, or where there are too few rows for more than one thread: then one goes
 *   through all, and finds what is wrong in its order
 */
export async function walkInThreads(
  database: ReadDatabase,
  { path, tools, whole, onProgress }: WholeWalk,
  { worker, count, leastRows }: WalkThreads,
): Promise<Walk | undefined> {
  const stretches = part(database, whole, Math.min(count, Math.floor(whole.last / leastRows)));
  if (stretches.length < 2) {
    return undefined;
  }
  let done = 0;
  const onRows = (rows: number) => {
    done += rows;
    onProgress(done, whole.last);
  };
  const running = stretches.map((stretch) => runWalk(worker, { path, stretch }, onRows));
  try {
    const walks = await Promise.all(running.map(({ result }) => result));
    return join(tools, stretches, walks);
  } catch {
    return undefined;
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
  }
}

/** Parts it into stretches of pages; into none where a node is missing that one of them begins on. */
function part(database: ReadDatabase, whole: Stretch, count: number): readonly Stretch[] {
  const rows = Math.ceil(whole.last / pageRows / count) * pageRows;
  const stretches: Stretch[] = [];
  try {
    for (let first = 1; first <= whole.last; first += rows) {
      const last = Math.min(whole.last, first + rows - 1);
      const left: TreeNode[] = [];
      frontierAt((level, position) => {
        const hash = selectNode(database, level, position);
        left.push({ level, position, hash });
        return hash;
      }, first - 1);
      const heads = {
        first: first === 1 ? whole.heads.first : first,
        last: last === whole.last ? whole.heads.last : last,
      };
      stretches.push({ ...whole, first, last, left, heads });
    }
    return stretches;
  } catch (error) {
    if (error instanceof RangeError) {
      return [];
    }
    throw error;
  }
}

/** One walk of all; undefined when something is wrong in one of them, or when two do not fit together. */
function join(
  { sha256 }: Pick<VerifyTools, 'sha256'>,
  stretches: readonly Stretch[],
  walks: readonly Walk[],
): Walk | undefined {
  const fits = walks.every((walk, index) => {
    const next = stretches[index + 1];
    const hashes = next?.left.map(({ hash }) => hash);
    return isGood(walk) && (hashes === undefined || sameBytes(rootOf(sha256, { size: walk.last, hashes }), walk.root));
  });
  const newest = walks.at(-1);
  if (!fits || newest === undefined) {
    return undefined;
  }
  const sum = (of: (walk: Walk) => number) => walks.reduce((all, walk) => all + of(walk), 0);
  return {
    ...newest,
    rootsAt: new Map(walks.flatMap(({ rootsAt }) => [...rootsAt])),
    nodes: { ...newest.nodes, count: sum(({ nodes }) => nodes.count) },
    persons: {
      ...newest.persons,
      kept: sum(({ persons }) => persons.kept),
      erased: sum(({ persons }) => persons.erased),
    },
    heads: { ...newest.heads, count: sum(({ heads }) => heads.count) },
  };
}

function isGood({ gone, changed, nodes, persons, heads }: Walk): boolean {
  const wrong = [gone, changed, nodes.other, persons.wrong, heads.unsigned, heads.differs, heads.between];
  return wrong.every((one) => one === undefined);
}

function runWalk(worker: string, workerData: WalkData, onRows: (rows: number) => void) {
  const thread = new Worker(worker, { workerData, resourceLimits });
  const result = new Promise<Walk>((resolve, reject) => {
    const fail = () => reject(new Error('a thread that verifies has ended without an answer'));
    thread.on('message', (message: FromWalk) => {
      switch (message.type) {
        case 'rows':
          return onRows(message.rows);
        case 'walked':
          return resolve(message.walk);
        case 'failed':
          return fail();
      }
    });
    thread.on('error', fail);
    thread.on('exit', fail);
  });
  // Another may fail first.
  result.catch(() => {});
  return { result, stop: async () => void (await thread.terminate()) };
}
