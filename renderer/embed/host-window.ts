/**
 * The window that this page stands in: what it is told, and what it may say. Both only when it is of an origin that the
 * party has named; nothing that is told tells anything of the person.
 * Runs in the embedded page.
 */
import type { Decision, ErrorCode } from '../../main/contract/public.ts';

/** What the page tells. */
export type Told =
  /** It is there and can be used. */
  | { readonly type: 'ready' }
  /** How high it is, in CSS pixels. */
  | { readonly type: 'resize'; readonly height: number }
  | {
      readonly type: 'result';
      readonly verificationId: string;
      readonly decision: Decision;
      readonly entryId: string;
      readonly checkCode: string;
      readonly receipt?: string;
    }
  /** It has ended without a decision. */
  | { readonly type: 'cancel' }
  /** A technical fault; it says nothing about the person, and the visitor may still try again. */
  | { readonly type: 'error'; readonly code: ErrorCode };

/** What a window has that we look at; tests give their own. */
export interface Framed {
  /** The window around this one; itself where there is none. */
  readonly parent: object & Pick<Window, 'postMessage'>;
  readonly self: object;
  readonly location: { readonly ancestorOrigins?: ArrayLike<string> };
  readonly document: Pick<Document, 'referrer'>;
  readonly performance: Pick<Performance, 'timeOrigin'>;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

export interface HostWindow {
  /** Tells it; nobody, where the page stands alone. */
  tell(told: Told): void;
}

/** Which of the party's origins may be told: the one around us where the browser says so, each of them where it does not. */
export function targetOrigins(window: Framed, origins: readonly string[]): readonly string[] {
  const around = window.location.ancestorOrigins?.[0];
  if (around !== undefined) {
    return origins.filter((origin) => origin === around);
  }
  const referring = originOf(window.document.referrer);
  return origins.includes(referring) ? [referring] : origins;
}

function originOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '';
}

export interface HostParts {
  /** Those of the party. */
  readonly origins: readonly string[];
  /** Given by the page around us, and said back in each message. */
  readonly nonce: string | undefined;
  /** The page around us ends what is under way. */
  readonly onCancel: () => void;
}

/** Opens the way to the window around this one. */
export function openHostWindow(window: Framed, { origins, nonce, onCancel }: HostParts): HostWindow {
  if (window.parent === window.self) {
    return { tell: () => {} };
  }
  const targets = targetOrigins(window, origins);
  // It grows over a reload as well: a message of an earlier page is an older one.
  let seq = Math.floor(window.performance.timeOrigin);
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source === window.parent && origins.includes(origin) && isCancel(data)) {
      onCancel();
    }
  });
  return {
    tell(told) {
      seq += 1;
      const message = { source: 'pravesh', version: 1, seq, ...(nonce === undefined ? {} : { nonce }), ...told };
      for (const target of targets) {
        window.parent.postMessage(message, target);
      }
    },
  };
}

/** `{source: 'pravesh-host', version: 1, type: 'cancel'}`. */
function isCancel(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) {
    return false;
  }
  const { source, version, type } = data as Partial<Record<string, unknown>>;
  return source === 'pravesh-host' && version === 1 && type === 'cancel';
}
