/**
 * For which languages a visitor asked to be read to and this machine had no voice. Kept until one is found or the program
 * ends: it is a matter of what is installed on the machine, not of the log.
 * Part of the core.
 */
import { answer, type HealthCheck, type Locale } from '../../contract/public.ts';
import type { Handlers } from '../dispatch/dispatch.ts';

export interface Voices {
  readonly handlers: Pick<Handlers, 'voice.report'>;
  /** Undefined while nobody has missed one. */
  readonly check: () => HealthCheck | undefined;
}

/** Builds the operation, and what the terminal says of it to staff. */
export function buildVoices(): Voices {
  const missing = new Set<Locale>();
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return {
    handlers: {
      'voice.report': (_caller, { locale, speaks }) => {
        if (speaks) {
          missing.delete(locale);
        } else {
          missing.add(locale);
        }
        return answer({});
      },
    },
    check: () =>
      missing.size === 0
        ? undefined
        : {
            name: 'voices',
            ok: false,
            detail: `none for ${Array.from(missing, (locale) => names.of(locale) ?? locale).join(', ')}`,
            todo: 'Install a voice for this language on this machine.',
          },
  };
}
