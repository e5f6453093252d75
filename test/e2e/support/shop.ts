/** The ticket shop beside a venue: a party of its terminal, on an origin of its own. */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { type OutputOf, operations } from '../../../main/contract/public.ts';
import { askLocalDoor } from '../../../main/platform/local-door.ts';
import { buildEmbeddedFace, type EmbeddedFace } from '../../support/pages/face.ts';
import type { Spoken } from '../../support/pages/view.ts';
import { openShop, type Shop } from '../../support/ticket-shop/shop.ts';
import type { Known } from './people.ts';
import type { Venue } from './venue.ts';
import { site } from './venue-settings.ts';
import { type Watch, watchPage } from './watch.ts';

/** What the shop is called, and what its customers read in the notice. */
export const shopName = 'Lakeside Tickets';

export interface PartyShop extends Shop {
  /** The publishable name of the shop. */
  readonly party: string;
  readonly apiKey: string;
  /** `http://127.0.0.1:<port>`. */
  readonly terminal: string;
}

/** Has the terminal of a venue take a party; its account may. */
export async function addParty(
  venue: Venue,
  party: { readonly name: string; readonly origins: readonly string[]; readonly purposes: readonly string[] },
): Promise<OutputOf<'party.add'>> {
  const came = await askLocalDoor(venue.data, 'party.add', party);
  const { value } = came as { readonly value?: unknown };
  return operations['party.add'].output.parse(value);
}

/** Opens a shop for this file. What it is, is known once the tests run. */
export function besideShop(venue: Venue, purposes: readonly string[] = ['visitor']): () => PartyShop {
  let shop: PartyShop | undefined;
  beforeAll(async () => {
    const { origin, serve } = await openShop();
    const terminal = new URL(venue.launchUrl).origin;
    const { party, apiKey } = await addParty(venue, { name: shopName, origins: [origin], purposes });
    const issuer = `urn:pravesh:${site.id}:${site.terminal}`;
    shop = { ...serve({ terminal, issuer, party: party.id }), party: party.id, apiKey, terminal };
  });
  afterAll(() => shop?.close());
  return () => shop ?? expect.fail('the shop is open only while the tests of its file run');
}

/** One event that the element has raised in the shop's page. */
export interface Raised {
  readonly type: 'ready' | 'result' | 'cancel' | 'error';
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Somebody at the shop. */
export interface Customer {
  readonly page: Page;
  /** The page of the terminal inside the shop's. */
  readonly frame: Frame;
  readonly face: EmbeddedFace;
  readonly watch: Watch;
  /** What the element has raised so far. */
  raised(): Promise<readonly Raised[]>;
  /** What the shop says. */
  outcome(): Promise<string>;
}

export interface CustomerOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** Attributes of the element, as the query of the shop's page. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly clock?: boolean;
  /** Run in all pages before their own scripts. */
  readonly script?: string;
  /** The page of the shop that is opened. */
  readonly path?: '/' | '/plain';
}

/** Opens a page in a profile of its own; it is closed when the test ends, and may have complained of nothing. */
export async function openPage(venue: Venue, options: CustomerOptions = {}): Promise<Page> {
  const context = await venue.browser.newContext({
    viewport: options.viewport ?? { width: 1024, height: 768 },
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: 'reduce',
    locale: 'en-IN',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  if (options.script !== undefined) {
    await page.addInitScript({ content: options.script });
  }
  if (options.clock) {
    await page.clock.install();
  }
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  onTestFinished(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });
  return page;
}

/** Goes to the shop. */
export async function enterShop(
  venue: Venue,
  shop: PartyShop,
  locale: Spoken,
  options: CustomerOptions = {},
): Promise<Customer> {
  const page = await openPage(venue, options);
  const watch = watchPage(page, shop.origin);
  const query = new URLSearchParams({ locale, ...options.attributes });
  await page.goto(`${shop.origin}${options.path ?? '/'}?${query}`);
  const frame = await frameOf(page);
  return {
    page,
    frame,
    face: buildEmbeddedFace(frame, locale),
    watch,
    raised: () => page.evaluate(() => Object(window).raised),
    outcome: async () => (await page.locator('#outcome').textContent()) ?? '',
  };
}

/** The frame of the terminal in a page. */
export async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle();
  return (await element?.contentFrame()) ?? expect.fail('the page has no frame');
}

/** From the notice to the code. */
export async function comeToCodeIn({ face }: Pick<Customer, 'face'>, person: Known): Promise<string> {
  await face.consent.agree.waitFor();
  const hash = await face.consent.shownHash();
  await face.consent.yes.click();
  await face.consent.agree.click();
  await face.details.heading.waitFor();
  await face.details.fill(person.fullName, person.mobileNumber);
  await face.details.send.click();
  await face.code.sentTo(person.maskedMobile).waitFor();
  return hash;
}

/** From the notice to the end; answers the hash of the notice that was on the screen. */
export async function verifyIn(venue: Venue, customer: Pick<Customer, 'face'>, person: Known): Promise<string> {
  const hash = await comeToCodeIn(customer, person);
  await customer.face.code.field.fill(venue.newestOtp(person.mobileNumber));
  return hash;
}
