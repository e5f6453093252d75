/** Looks for what was typed everywhere a page can keep it. */
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Known } from './people.ts';

/** A second, in which the page must have forgotten (trust.md). */
const forgottenMs = 1_000;

/** Those of the texts that the page still holds: in its document, fields, address, history or storage. */
export function findTraces(page: Page | Frame, texts: readonly string[]): Promise<string[]> {
  return page.evaluate((secrets) => {
    const fields = [...document.querySelectorAll('input, textarea')].map((field) => Object(field).value);
    const kept = [location.href, document.title, document.cookie, JSON.stringify(history.state)];
    const stored = [localStorage, sessionStorage].map((storage) => JSON.stringify({ ...storage }));
    const all = [document.documentElement.outerHTML, ...fields, ...kept, ...stored].join('\n');
    return secrets.filter((secret) => all.includes(secret));
  }, texts);
}

/** All texts that tell of a person, and the codes they typed. */
function secretsOf(person: Known, codes: readonly string[]): readonly string[] {
  return [...person.fullName.split(' '), person.mobileNumber, person.maskedMobile, ...codes];
}

/** Within a second nothing of the person, and no code, is left in the page. */
export async function expectForgotten(page: Page | Frame, person: Known, ...codes: readonly string[]): Promise<void> {
  const options = { timeout: forgottenMs, interval: 50 };
  await expect.poll(() => findTraces(page, secretsOf(person, codes)), options).toEqual([]);
}
