/** Which voice speaks a language: only one of this machine. */
import { describe, expect, it } from 'vitest';
import { findVoice } from '../../../renderer/speech/voice.ts';

const of = (lang: string, localService = true, name = lang) => ({ lang, localService, name });

describe('the voice of a language', () => {
  it('is the one of India before any other', () => {
    const voices = [of('en-US'), of('en-GB'), of('en_IN'), of('hi')];
    expect(findVoice(voices, 'en')).toBe(voices[2]);
    expect(findVoice(voices, 'hi')).toBe(voices[3]);
  });

  it('is any other of the language where there is none of India', () => {
    const voices = [of('fr-FR'), of('en-GB')];
    expect(findVoice(voices, 'en')).toBe(voices[1]);
  });

  it('is a plain one before its variants, as eSpeak NG has them', () => {
    const voices = [of('hi', true, 'Hindi+Annie'), of('hi', true, 'Hindi'), of('en-in', true, 'English+Demonic')];
    expect(findVoice(voices, 'hi')).toBe(voices[1]);
    expect(findVoice(voices, 'en')).toBe(voices[2]);
  });

  it('is never one that sends the words elsewhere, and never another language', () => {
    expect(findVoice([of('hi-IN', false), of('en-IN')], 'hi')).toBeUndefined();
    expect(findVoice([of('ory'), of('mr')], 'or')).toBeUndefined();
    expect(findVoice([], 'en')).toBeUndefined();
  });
});
