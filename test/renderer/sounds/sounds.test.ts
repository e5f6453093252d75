/** Sounds on an audio output of the test: when they are heard, how loud, and when they are left out. */
import { describe, expect, it } from 'vitest';
import { chimes } from '../../../renderer/sounds/chimes.ts';
import { createSounds } from '../../../renderer/sounds/sounds.ts';
import { FakeAudio } from './fake-audio.ts';

function setUp(options: { audio?: FakeAudio; volume?: number } = {}) {
  const page = new EventTarget();
  const audio = options.audio ?? new FakeAudio();
  let opened = 0;
  const sounds = createSounds({
    page,
    volume: () => options.volume ?? 0.6,
    openAudio: () => {
      opened += 1;
      return audio;
    },
  });
  return { page, audio, sounds, opened: () => opened, touch: () => page.dispatchEvent(new Event('pointerdown')) };
}

describe('the sounds', () => {
  it('open no audio and play nothing before the first touch', () => {
    const { sounds, audio, opened } = setUp();
    sounds.play('admitted');
    expect(opened()).toBe(0);
    expect(audio.waves).toEqual([]);
  });

  it('play the notes of the chime, one after the other, after a touch', () => {
    const { sounds, audio, touch, opened } = setUp();
    touch();
    touch();
    sounds.play('admitted');
    expect(opened()).toBe(1);
    for (const note of chimes.admitted) {
      const wave = audio.waves.find((played) => played.hertz === note.hertz);
      expect(wave?.start).toBeCloseTo(audio.currentTime + 0.02 + note.atMs / 1000, 5);
      expect((wave?.stop ?? 0) - (wave?.start ?? 0)).toBeCloseTo(note.lengthMs / 1000, 5);
    }
    expect(audio.waves.every((wave) => wave.heard && wave.stop > wave.start)).toBe(true);
  });

  it('are louder with more volume and silent with none', () => {
    const peaks = [0.3, 1, 5].map((volume) => {
      const { sounds, audio, touch } = setUp({ volume });
      touch();
      sounds.play('attention');
      return audio.gains[0] ?? 0;
    });
    expect(peaks[0]).toBeLessThan(peaks[1] ?? 0);
    expect(peaks[2]).toBe(peaks[1]);
    expect(peaks[1]).toBeLessThan(0.5);
    const { sounds, audio, touch } = setUp({ volume: 0 });
    touch();
    sounds.play('attention');
    expect(audio.waves).toEqual([]);
  });

  it('never give an exponential fall a zero, which Web Audio refuses', () => {
    const { sounds, audio, touch } = setUp();
    touch();
    sounds.play('fault');
    expect(Math.min(...audio.gains)).toBeGreaterThan(0);
  });

  it('wait for a touch that the browser counts, and are not played late', async () => {
    const audio = new FakeAudio('suspended');
    audio.touched = false;
    const { sounds, touch } = setUp({ audio });
    touch();
    sounds.play('refused');
    audio.touched = true;
    touch();
    await Promise.resolve();
    expect(audio.resumed).toBe(2);
    expect(audio.waves).toEqual([]);
    sounds.play('refused');
    expect(audio.waves.length).toBeGreaterThan(0);
  });

  it('stay silent where there is no audio, and ask once', () => {
    const page = new EventTarget();
    let asked = 0;
    const sounds = createSounds({
      page,
      openAudio: () => {
        asked += 1;
        throw new ReferenceError('AudioContext is not defined');
      },
    });
    page.dispatchEvent(new Event('pointerdown'));
    page.dispatchEvent(new Event('keydown'));
    expect(() => sounds.play('problem')).not.toThrow();
    expect(asked).toBe(1);
  });

  it('listen no more once closed', () => {
    const { sounds, opened, touch } = setUp();
    sounds.close();
    touch();
    expect(opened()).toBe(0);
  });
});
