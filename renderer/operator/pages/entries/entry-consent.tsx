/**
 * The notice that belongs to an entry, word for word as it was shown.
 * Runs in the operator face.
 */
import type { EntryDetail } from '../../../../main/contract/public.ts';
import { useDeskLocale } from '../../locale.ts';
import { useWords } from '../../words.ts';
import { Part } from './facts.tsx';
import { entriesWords } from './words.ts';

/** Shows it; acts and decisions by hand have none. */
export function EntryConsent({ detail }: { readonly detail: EntryDetail }) {
  const say = useWords(entriesWords);
  const locale = useDeskLocale();
  const { consent, outcome } = detail;
  if (outcome === 'act') {
    return null;
  }
  if (consent === null) {
    return (
      <Part title={say('consent')}>
        <p class="entry-note">{say('consent-none')}</p>
      </Part>
    );
  }
  const language = new Intl.DisplayNames([locale], { type: 'language' }).of(consent.locale) ?? consent.locale;
  return (
    <Part title={say(outcome === 'declined' ? 'consent-declined' : 'consent')}>
      <p class="entry-note">{say('consent-meta', { version: consent.version, language })}</p>
      <div class="notice-text" lang={consent.locale}>
        {consent.text}
      </div>
    </Part>
  );
}
