/** The core's own AbortController tells those who listen, once, and can be given where an AbortSignal is wanted. */
import { expect, test } from 'vitest';
import type { StopSignal } from '../../../main/core/ports.ts';
import { Stop } from '../../../main/core/stop.ts';

function told(stop: StopSignal, name: string, log: string[]): () => void {
  const listener = () => log.push(name);
  stop.addEventListener('abort', listener, { once: true });
  return () => stop.removeEventListener('abort', listener);
}

test('all who listen are told, in order, once', () => {
  const stop = new Stop();
  const log: string[] = [];
  told(stop, 'first', log);
  const leave = told(stop, 'second', log);
  told(stop, 'third', log);
  leave();
  expect(stop.aborted).toBe(false);
  stop.abort();
  stop.abort();
  expect(stop.aborted).toBe(true);
  expect(log).toEqual(['first', 'third']);
});

test('who leaves while the others are told changes nothing for them', () => {
  const stop = new Stop();
  const log: string[] = [];
  stop.addEventListener('abort', () => leave());
  const leave = told(stop, 'second', log);
  told(stop, 'third', log);
  stop.abort();
  expect(log).toContain('third');
});

test('who comes after the end is not told, as with an AbortSignal', () => {
  const log: string[] = [];
  const stop = new Stop();
  stop.abort();
  told(stop, 'late', log);
  told(AbortSignal.abort(), 'late', log);
  stop.abort();
  expect(log).toEqual([]);
});
