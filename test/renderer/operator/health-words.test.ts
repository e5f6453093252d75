import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Health, HealthCheck } from '../../../main/contract/public.ts';
import { firstTrouble, wordOfState } from '../../../renderer/operator/frame/health-line.tsx';
import { healthWords, nameOfCheck, troubleOf } from '../../../renderer/operator/frame/health-words.ts';
import { buildDeskSay } from '../../../renderer/operator/words.ts';
import { freshFigures } from '../../support/health-figures.ts';
import { findRoot } from '../../support/root.ts';

const say = buildDeskSay(healthWords, 'hi');

/** The sentences that stand in the core's own checks. */
const sentences = ['health/health-report.ts', 'operator/operators-check.ts'].flatMap((path) => {
  const source = readFileSync(join(findRoot(), 'main/core', path), 'utf8');
  return Array.from(source.matchAll(/'([A-Z][^']*\.)'/g), ([, sentence = '']) => sentence);
});

describe('what is to be done', () => {
  it('is found in the core', () => {
    expect(sentences).toContain('Free space on this disk.');
    expect(sentences.length).toBeGreaterThan(6);
  });

  it.each(sentences)('is said in Hindi too: %s', (todo) => {
    const check: HealthCheck = { name: 'clock', ok: false, detail: 'bad', todo };
    expect(troubleOf(check, say)).toMatch(/\p{Script=Devanagari}/u);
  });

  it('stays as the core said it where the page does not know it', () => {
    const check: HealthCheck = { name: 'printer', ok: false, detail: 'no paper', todo: 'Put paper in.' };
    expect([nameOfCheck(check, say), troubleOf(check, say)]).toEqual(['printer', 'no paper. Put paper in.']);
  });
});

describe('the line of health', () => {
  const well: Health = {
    state: 'in-service',
    head: { size: 1, code: '7KQ2M9XB' },
    checks: [{ name: 'disk', ok: true, detail: '9 MiB free' }],
    figures: freshFigures,
  };

  it('says nothing more when all is well', () => {
    expect(firstTrouble(well, say)).toBeUndefined();
  });

  it('names the first thing that is not well', () => {
    const checks = [
      ...well.checks,
      { name: 'clock', ok: false, detail: 'x', todo: 'Set date and time of this machine.' },
    ];
    expect(firstTrouble({ ...well, checks }, say)).toBe(`${say('clock')}: ${say('clock-wrong')}`);
  });

  it('says how a terminal that staff have stopped is brought back', () => {
    expect(firstTrouble({ ...well, state: 'out-of-order' }, say)).toBe(say('stopped'));
  });
});

it('says that all is well only where nothing is to be done', () => {
  expect(wordOfState('in-service', undefined)).toBe('in-service');
  expect(wordOfState('in-service', 'the gate did not answer')).toBe('look-at');
  expect(wordOfState('out-of-order', 'the disk is full')).toBe('out-of-order');
});
