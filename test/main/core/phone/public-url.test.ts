/** The address that phones are given. */
import { expect, it } from 'vitest';
import { publicUrlOf } from '../../../../main/core/phone/public-url.ts';

it.each([
  [{ bind: '127.0.0.1', port: 4780, publicUrl: 'https://gate-1.example.in' }, 'https://gate-1.example.in'],
  [{ bind: '192.168.7.4', port: 8443 }, 'https://192.168.7.4:8443'],
  [{ bind: '192.168.7.4', port: 443 }, 'https://192.168.7.4'],
  [{ bind: 'fd00::7', port: 8443 }, 'https://[fd00::7]:8443'],
  [{ bind: '[fd00::7]', port: 443 }, 'https://[fd00::7]'],
])('%o', (http, url) => {
  expect(publicUrlOf(http)).toBe(url);
});
