/**
 * What the serving process and the one that keeps it say to each other, over the channel between them: nobody else can
 * reach it, and it closes when either of them dies.
 * Runs in Node, for the CLI.
 */
import type { Kiosk } from '../../core/kiosk.ts';
import { writeStillPage } from '../../platform/still-page.ts';

/** To the serving process: how the page in its browser fares. */
export const pageWords = ['page-gone', 'crashes', 'crashes-over'] as const;
export type PageWord = (typeof pageWords)[number];

/** From the serving process: the still page, for when there is nobody to ask; and that staff have said "in service". */
export interface ServingWord {
  readonly still?: string;
  readonly returned?: true;
}

/** Reads what a serving process says; what is none of it is empty. */
export function readServingWord(message: unknown): ServingWord {
  const { still, returned }: { still?: unknown; returned?: unknown } = Object(message);
  return { ...(typeof still === 'string' && { still }), ...(returned === true && { returned }) };
}

/** In the environment of a serving process that another one of ours keeps: the channel that it has is for this. */
export const keptEnv = { PRAVESH_KEPT: '1' } as const;

/** Joins a kiosk to the process that keeps this one, where there is one. @returns ends it */
export async function joinSupervisor(kiosk: Kiosk, rendererFolder: string): Promise<() => void> {
  if (process.send === undefined || process.env.PRAVESH_KEPT !== keptEnv.PRAVESH_KEPT) {
    return () => {};
  }
  // A channel that has just closed is the end of this process anyway.
  const say = (word: ServingWord) => void (process.connected && process.send?.(word, undefined, {}, () => {}));
  const described = await kiosk.client({ kind: 'public', id: 'supervisor' })['kiosk.describe']({});
  say({ still: writeStillPage(described.ok ? described.value : undefined, rendererFolder).html });
  const watching = kiosk.watch('kiosk.watch', { kind: 'operator', id: 'local', local: true }, (event) => {
    if (event.type === 'health' && event.state !== 'out-of-order') {
      say({ returned: true });
    }
  });
  const hear = (message: unknown) => run(kiosk, message);
  process.on('message', hear);
  // Listening alone must not keep the process alive.
  process.channel?.unref();
  return () => {
    process.off('message', hear);
    if (watching.ok) {
      watching.value();
    }
  };
}

function run(kiosk: Kiosk, message: unknown): void {
  switch (pageWords.find((word) => word === message)) {
    case 'page-gone':
      void kiosk.pageGone();
      break;
    case 'crashes':
      kiosk.reportCrashes();
      break;
    case 'crashes-over':
      kiosk.crashesOver();
      break;
    case undefined:
      break;
  }
}
