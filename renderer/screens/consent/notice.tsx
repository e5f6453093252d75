/**
 * The notice, word for word as the core gives it. It may scroll, and then says so.
 * Runs in the face.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ConsentNotice } from '../../../main/contract/public.ts';
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { NextIcon } from '../../components/icons/icons.tsx';
import { QrCode } from '../../components/qr/qr-code.tsx';

/** What a text may be away from its end and still count as read to it, in CSS pixels. */
const nearEnd = 8;

/** Whether there is more below what can be seen. */
function useMore(
  box: RefObject<HTMLElement | null>,
  text: string,
): { readonly more: boolean; readonly look: () => void } {
  const [more, setMore] = useState(false);
  const look = () => {
    const element = box.current;
    setMore(element !== null && element.scrollTop + element.clientHeight < element.scrollHeight - nearEnd);
  };
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(look);
    if (box.current !== null) {
      // What scrolls must be reachable by keyboard.
      box.current.tabIndex = 0;
      box.current.scrollTop = 0;
      watcher.observe(box.current);
    }
    look();
    return () => watcher.disconnect();
  }, [text]);
  return { more, look };
}

/** Shows the notice; a button leads a page further while there is more. */
export function Notice({ notice }: { readonly notice: ConsentNotice }) {
  const { say } = useSpeech();
  const box = useRef<HTMLElement>(null);
  const { more, look } = useMore(box, notice.text);
  const readOn = () => box.current?.scrollBy({ top: box.current.clientHeight * 0.8, behavior: 'smooth' });
  return (
    <div class="notice">
      <section ref={box} class="notice-text" aria-labelledby="notice-title" onScroll={look}>
        <Heading id="notice-title" lang={notice.locale}>
          {notice.title}
        </Heading>
        {notice.sections.map(({ id, heading, text }) => (
          <div key={id} class="notice-section" lang={notice.locale}>
            <h2>{heading}</h2>
            {text.split('\n').map((paragraph) => (
              <p key={paragraph}>
                <Linked text={paragraph} />
              </p>
            ))}
            <NoticeLink text={text} />
          </div>
        ))}
      </section>
      {more ? (
        <button type="button" class="notice-more" tabIndex={-1} onClick={readOn}>
          <span class="notice-more-arrow">
            <NextIcon />
          </span>
          {say('consent.more')}
        </button>
      ) : null}
    </div>
  );
}

/** A text whose address leads somewhere on a device of one's own; the words are the same. */
function Linked({ text }: { readonly text: string }) {
  const { ownDevice = false } = useFace();
  const link = ownDevice ? linkIn(text) : undefined;
  if (link === undefined) {
    return text;
  }
  const at = text.indexOf(link);
  return (
    <>
      {text.slice(0, at)}
      <a href={link} target="_blank" rel="noopener noreferrer">
        {link}
      </a>
      {text.slice(at + link.length)}
    </>
  );
}

/** At the terminal it is a QR code: who wants to ask or complain takes it along on a phone of their own. */
function NoticeLink({ text }: { readonly text: string }) {
  const { say } = useSpeech();
  const { ownDevice = false } = useFace();
  const link = linkIn(text);
  return link === undefined || ownDevice ? null : <QrCode text={link} name={say('consent.link', { link })} />;
}

/** The first web address in a text, without the full stop after it. */
export function linkIn(text: string): string | undefined {
  return /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)।]/.exec(text)?.[0];
}
