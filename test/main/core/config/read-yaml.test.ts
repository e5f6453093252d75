/** Mistakes in the YAML itself: their place, our own words, and bounds on what a file may ask of the reader. */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../../main/core/config/read-yaml.ts';
import { problemsOf, smallest } from './parse.ts';

describe('YAML that is not well formed', () => {
  it.each([
    ['site: {id: hq', '1:14 site.id: a bracket is not closed before it, or the spaces'],
    ['site:\n  id: "hq\n', '3:1 site.id: a bracket, a quote, a colon or a comma is missing'],
    ['site: a: b', '1:7 site.a: two keys on one line, or a text with a colon; put quotes around the text'],
    ['site:\n\tid: hq', '2:1 : a tab is used to indent; use spaces'],
    ['site: {id: hq}\nsite: {id: hq}', '2:1 site: stands here a second time; keep one of them'],
    ['site: {id: hq, id: hq}', '1:16 site.id: stands here a second time; keep one of them'],
    ['site: *nothing', '1:7 site: a reference (*) to something that is not defined before it'],
    ['site: !!binary aGE=', '1:7 site: tags (!name) are not used here; put quotes around a text that starts with !'],
    ['site: @x', '1:7 site: a text cannot start with this sign; put quotes around it'],
    ['? [a]\n: b', '1:3 : a key must be a plain word'],
    ['a: 1\n---\nb: 2', '2:1 a: a second document starts here (---); the configuration is one'],
    ['site: {__proto__: {id: hq}}', '1:8 site: the key __proto__ has no meaning here; take it out'],
  ])('in %j is told', (text, problem) => {
    expect(problemsOf(text)[0]).toContain(problem);
  });
});

describe('a file that asks too much', () => {
  it('is refused when it is long, at once', () => {
    expect(problemsOf('#'.repeat(256 * 1024 + 1))).toEqual([
      '1:1 : the file is longer than any configuration: 256 KiB at most',
    ]);
  });

  it('is refused when it is deep, with a few problems and not thousands', () => {
    for (const text of ['['.repeat(50_000), '{a: '.repeat(50_000), `${'['.repeat(5_000)}${']'.repeat(5_000)}`]) {
      const problems = problemsOf(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThanOrEqual(10);
      expect(problems.join('').length).toBeLessThan(5_000);
    }
  });

  it('is refused when its references are many or multiply', () => {
    const many = `a: &a x\nb: [${'*a, '.repeat(40)}]`;
    const multiplying = `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b, *b]\nd: &d [*c, *c, *c]\ne: [*d, *d, *d]`;
    for (const text of [many, multiplying]) {
      expect(problemsOf(text).join()).toContain('too many references (*): write the values out');
    }
  });

  it('may use a few references, and a problem stands at the key of the reference', () => {
    const text = smallest.replace('{visitor: {', '{visitor: &rule {').replace('[1]}}', '[1]}, employee: *rule}');
    expect(problemsOf(text)).toEqual([]);
    expect(problemsOf(text.replace('refer: [1]', 'refer: [2]'))).toEqual([
      '3:57 policy.purposes.visitor.refer[0]: stands under admit too: choose one',
      '3:62 policy.purposes.employee.refer[0]: stands under admit too: choose one',
    ]);
  });

  it('may refer to itself without harm', () => {
    expect(problemsOf('site: &a {id: *a}').join()).toContain('site.id: must be text');
  });
});

describe('the place of a value', () => {
  const text = 'a:\n  b: [1, {c: 2}]\n  d:\n';
  const read = readYaml(text);

  it.each([
    [[], false, '1:1'],
    [['a'], false, '2:3'],
    [['a'], true, '1:1'],
    [['a', 'b', 1, 'c'], false, '2:14'],
    [['a', 'b', 1, 'c'], true, '2:11'],
    [['a', 'b', 7], false, '2:3'],
    [['a', 'none', 'deeper'], false, '1:1'],
    [['none'], true, '1:1'],
  ] as const)('of %j (its key: %j) is %s', (path, ofKey, place) => {
    expect(read.ok).toBe(true);
    const position = read.ok ? read.file.locate(path, ofKey) : undefined;
    expect(`${position?.line}:${position?.column}`).toBe(place);
  });
});
