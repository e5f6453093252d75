/** Lines are said in their order, are cut short when something else is to be said, and never wait for a voice for good. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '../../../main/contract/public.ts';
import type { Line } from '../../../renderer/speech/lines.ts';
import { createMouth } from '../../../renderer/speech/mouth.ts';
import { buildFakeClock } from '../../support/fake-clock.ts';

interface Utterance {
  readonly text: string;
  lang: string;
  volume: number;
  onend?: () => void;
}

beforeEach(() => {
  vi.stubGlobal('SpeechSynthesisUtterance', function utter(this: Utterance, text: string) {
    Object.assign(this, { text });
  });
});
afterEach(() => vi.unstubAllGlobals());

function begin(languages: readonly string[] = ['en-IN', 'hi-IN']) {
  const clock = buildFakeClock();
  const said: Utterance[] = [];
  let voices = languages.map((lang) => ({ lang, localService: true, name: lang }) as SpeechSynthesisVoice);
  let cancelled = 0;
  let lines = 0;
  let visitor: Locale = 'en';
  const told: [string, boolean][] = [];
  const mouth = createMouth({
    clock,
    lang: () => visitor,
    onLine: () => {
      lines += 1;
    },
    onVoice: (lang, speaks) => void told.push([lang, speaks]),
    synthesis: {
      getVoices: () => voices,
      speak: (utterance) => void said.push(utterance as unknown as Utterance),
      cancel: () => {
        cancelled += 1;
        // Browsers tell the end of what was cut short as well.
        said.at(-1)?.onend?.();
      },
      resume() {},
    },
  });
  return {
    clock,
    mouth,
    said,
    told,
    speak: (locale: Locale) => {
      visitor = locale;
    },
    texts: () => said.map(({ text }) => text),
    end: () => said.at(-1)?.onend?.(),
    counts: () => ({ cancelled, lines }),
    install: (lang: string) => {
      voices = [{ lang, localService: true, name: lang } as SpeechSynthesisVoice];
    },
  };
}

const en = (text: string): Line => ({ text, lang: 'en' });

describe('a mouth', () => {
  it('says a line after the other, each with the voice of its language', () => {
    const { mouth, said, texts, end, counts } = begin();
    mouth.say([en('One'), { text: 'दो', lang: 'hi' }], 'now');
    expect(texts()).toEqual(['One']);
    end();
    expect(texts()).toEqual(['One', 'दो']);
    expect(said[1]?.lang).toBe('hi-IN');
    end();
    expect(counts().lines).toBe(2);
  });

  it('is cut short by what is to be said now, and goes on with what is to be said after', () => {
    const { mouth, texts, end } = begin();
    mouth.say([en('One'), en('Two')], 'now');
    mouth.say([en('Three')], 'now');
    mouth.say([en('Four')], 'after');
    expect(texts()).toEqual(['One', 'Three']);
    end();
    expect(texts()).toEqual(['One', 'Three', 'Four']);
  });

  it('says nothing more once it is stopped, and can be asked again', () => {
    const { mouth, texts, end } = begin();
    mouth.say([en('One'), en('Two')], 'now');
    mouth.stop();
    end();
    expect(texts()).toEqual(['One']);
    mouth.say([en('Again')], 'after');
    expect(texts()).toEqual(['One', 'Again']);
  });

  it('begins the line again when it gets louder or quieter, within bounds', () => {
    const { mouth, said, texts } = begin();
    mouth.say([en('One'), en('Two')], 'now');
    for (let turn = 0; turn < 6; turn += 1) {
      mouth.turnVolume(1);
    }
    expect(texts()).toEqual(Array.from({ length: 7 }, () => 'One'));
    expect(said.at(-1)?.volume).toBe(1);
    for (let turn = 0; turn < 9; turn += 1) {
      mouth.turnVolume(-1);
    }
    expect(mouth.volume.value).toBe(0.25);
  });

  it('goes on when a voice never tells its end', () => {
    const { mouth, texts, clock } = begin();
    mouth.say([en('One'), en('Two')], 'now');
    clock.advance(10_000);
    expect(texts()).toEqual(['One', 'Two']);
  });

  it('tells of a language without a voice, says the others, and takes it back when one is there', () => {
    const { mouth, texts, told, install, speak } = begin(['en-IN']);
    speak('hi');
    mouth.say([{ text: 'नमस्ते', lang: 'hi' }], 'now');
    expect(texts()).toEqual([]);
    expect(mouth.hasVoice.value).toBe(false);
    install('hi');
    mouth.say([{ text: 'नमस्ते', lang: 'hi' }], 'now');
    expect(texts()).toEqual(['नमस्ते']);
    expect(mouth.hasVoice.value).toBe(true);
    expect(told).toEqual([
      ['hi', false],
      ['hi', true],
    ]);
  });

  it('misses no voice for the names of other languages', () => {
    const { mouth, texts, told, end } = begin(['en-IN']);
    mouth.say([en('Choose'), { text: 'தமிழ்', lang: 'ta' }], 'now');
    end();
    expect(texts()).toEqual(['Choose']);
    expect(mouth.hasVoice.value).toBe(true);
    expect(told).toEqual([['en', true]]);
  });

  it('waits for voices that come after the page, and not for good', () => {
    const late = begin([]);
    late.mouth.say([en('One')], 'now');
    expect(late.mouth.hasVoice.value).toBe(true);
    late.install('en-IN');
    late.clock.advance(300);
    expect(late.texts()).toEqual(['One']);
    const never = begin([]);
    never.mouth.say([en('One')], 'now');
    never.clock.advance(5_000);
    expect(never.mouth.hasVoice.value).toBe(false);
    const none = createMouth({ synthesis: undefined, clock: never.clock, lang: () => 'en', onLine() {}, onVoice() {} });
    none.say([en('One')], 'now');
    expect(none.hasVoice.value).toBe(false);
  });
});
