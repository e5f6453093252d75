/** `health.heartbeat`: who is told that the terminal lives. */
import { expect, it } from 'vitest';
import { exampleConfig } from '../../../../main/core/kiosk.ts';
import { problemsOf, settingsOf, smallest } from './parse.ts';

const withHealth = (health: string) => `${smallest}health: {${health}}\n`;
const withHeartbeat = (keys: string) => withHealth(`heartbeat: {${keys}}`);
const url = 'url: "https://watch.example.in/ping/3f9a?room=1"';

it('is nothing unless the venue asks for it', () => {
  expect(settingsOf(smallest)).not.toHaveProperty('health');
  expect(settingsOf(withHealth(''))).not.toHaveProperty('health');
});

it('has an address and its minutes, as the example shows them', () => {
  const heartbeat = { url: 'https://watch.example.in/ping/3f9a?room=1', everyMs: 300_000 };
  expect(settingsOf(withHeartbeat(url)).health).toEqual({ heartbeat });
  const here = settingsOf(withHeartbeat('url: "http://127.0.0.1:9000/beat", everyMinutes: 1')).health;
  expect(here).toEqual({ heartbeat: { url: 'http://127.0.0.1:9000/beat', everyMs: 60_000 } });
  const [, shown = ''] = /# heartbeat: \{(.+)\}/.exec(exampleConfig()) ?? [];
  expect(settingsOf(withHeartbeat(shown)).health?.heartbeat.everyMs).toBe(300_000);
});

it.each([
  ['everyMinutes: 5', 'health.heartbeat.url'],
  ['url: "http://watch.example.in/"', 'health.heartbeat.url'],
  ['url: "https://user:word@watch.example.in/"', 'health.heartbeat.url'],
  [`${url}, everyMinutes: 0`, 'health.heartbeat.everyMinutes'],
  [`${url}, everyMinutes: 1441`, 'health.heartbeat.everyMinutes'],
  [`${url}, every: 5`, 'health.heartbeat.every'],
])('refuses %s', (keys, key) => {
  expect(problemsOf(withHeartbeat(keys))).toEqual([expect.stringContaining(` ${key}: `)]);
});
