/** Open pages: whose, for how long, and what keeps them open. */
import { beforeEach, describe, expect, it } from 'vitest';
import { buildOperatorSessions, idleMs, type OperatorSessions } from '../../../../main/core/operator/sessions.ts';
import { buildFakeClock, type FakeClock } from '../../../support/fake-clock.ts';

const meera = { id: 'abc123', name: 'Meera', role: 'manager' } as const;
const ravi = { id: 'xyz789', name: 'Ravi', role: 'reception' } as const;

let clock: FakeClock;
let idle: string[];
let sessions: OperatorSessions;
beforeEach(() => {
  clock = buildFakeClock();
  idle = [];
  sessions = buildOperatorSessions(clock, ({ id }) => idle.push(id));
});

describe('a page', () => {
  it('is open for the caller who unlocked, and for nobody else', () => {
    sessions.open('window', meera);
    expect(sessions.find('window')).toEqual(meera);
    expect(sessions.find('second')).toBeUndefined();
    expect(sessions.isOpenFor({ kind: 'kiosk', id: 'window' })).toBe(true);
    expect(sessions.isOpenFor({ kind: 'embed', id: 'window' })).toBe(false);
    expect(sessions.leftMs('second')).toBe(0);
  });

  it('ends by itself after two minutes without a touch, once', () => {
    sessions.open('window', meera);
    clock.advance(idleMs - 1);
    expect(sessions.leftMs('window')).toBe(1);
    expect(idle).toEqual([]);
    clock.advance(1);
    expect(idle).toEqual(['abc123']);
    expect(sessions.find('window')).toBeUndefined();
    expect(clock.timers()).toBe(0);
  });

  it('stays open while somebody works on it', () => {
    sessions.open('window', meera);
    for (let minute = 0; minute < 10; minute += 1) {
      clock.advance(60_000);
      expect(sessions.use('window', 'entries.list')).toEqual(meera);
    }
    expect(sessions.leftMs('window')).toBe(idleMs);
    clock.advance(idleMs);
    expect(idle).toEqual(['abc123']);
  });

  it.each(['operator.get', 'entries.stats', 'export.get', 'health.get', 'inside.list', 'roster.get'] as const)(
    'is not kept open by %s, which a page asks by itself',
    (name) => {
      sessions.open('window', meera);
      clock.advance(idleMs - 1_000);
      expect(sessions.use('window', name)).toEqual(meera);
      clock.advance(1_000);
      expect(idle).toEqual(['abc123']);
    },
  );

  it('has ended when the machine wakes from a long sleep', () => {
    sessions.open('window', meera);
    clock.jump(idleMs);
    expect(sessions.isOpenFor({ kind: 'kiosk', id: 'window' })).toBe(false);
    expect(sessions.use('window', 'entries.list')).toBeUndefined();
    expect(idle).toEqual(['abc123']);
  });

  it('is not made longer by a clock that is set back', () => {
    sessions.open('window', meera);
    clock.jump(-3_600_000);
    clock.advance(idleMs);
    expect(idle).toEqual(['abc123']);
  });

  it('is over when another operator unlocks there', () => {
    sessions.open('window', meera);
    sessions.open('window', ravi);
    expect(sessions.find('window')).toEqual(ravi);
    expect(clock.timers()).toBe(1);
  });
});

describe('ending', () => {
  it('closes one page, and says whose it was', () => {
    sessions.open('window', meera);
    expect(sessions.end('window')).toEqual(meera);
    expect(sessions.end('window')).toBeUndefined();
    expect(clock.timers()).toBe(0);
  });

  it('closes all pages of an operator, wherever they are', () => {
    sessions.open('window', meera);
    sessions.open('second', meera);
    sessions.open('third', ravi);
    sessions.endAllOf('abc123');
    expect(['window', 'second', 'third'].map(sessions.find)).toEqual([undefined, undefined, ravi]);
  });

  it('leaves nothing to the clock when the program ends', () => {
    sessions.open('window', meera);
    sessions.close();
    expect(clock.timers()).toBe(0);
    expect(idle).toEqual([]);
  });
});
