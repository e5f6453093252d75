/**
 * From the checked words of `pravesh.yml` to the settings that the core runs with.
 * Part of the core.
 */
import type * as z from 'zod';
import { actionsSchema, buildActions } from './actions-schema.ts';
import { backupsSchema } from './backups-schema.ts';
import { buildHealthSettings, healthSchema } from './health-schema.ts';
import { buildHttpSchema } from './http-schema.ts';
import { formatKeep } from './keep-schema.ts';
import { buildKioskSchema } from './kiosk-schema.ts';
import { limitsSchema } from './limits-schema.ts';
import { checkOwnPhone } from './own-phone-check.ts';
import { policySchema } from './policy-schema.ts';
import { privacySchema } from './privacy-schema.ts';
import { buildReceipts, receiptsSchema } from './receipts-schema.ts';
import { type ConfigSources, group } from './schema-parts.ts';
import type { HttpSettings, PurposeRule, Settings, UpstreamSettings } from './settings.ts';
import { siteSchema } from './site-schema.ts';
import { updatesSchema } from './updates-schema.ts';
import { buildUpstreamSchema } from './upstream-schema.ts';
import { checkPasses, exportSchema, insideSchema, passesSchema } from './venue-schema.ts';

/** The schema of the whole file. */
export function buildConfigSchema(sources: ConfigSources) {
  return group({
    site: siteSchema,
    upstream: buildUpstreamSchema(sources),
    policy: policySchema,
    privacy: privacySchema.prefault({}),
    limits: limitsSchema,
    kiosk: buildKioskSchema(sources),
    export: exportSchema,
    inside: insideSchema,
    passes: passesSchema,
    http: buildHttpSchema(sources),
    receipts: receiptsSchema,
    actions: actionsSchema,
    updates: updatesSchema,
    health: healthSchema,
    backups: backupsSchema,
  })
    .superRefine(checkPasses)
    .superRefine(checkOwnPhone);
}

/** What the schema reads. */
export type Config = z.output<ReturnType<typeof buildConfigSchema>>;

/** Fits a configuration to the core: seconds become milliseconds, periods their text. */
export function buildSettings({
  site,
  upstream,
  policy,
  privacy,
  limits,
  kiosk,
  export: exports,
  inside,
  passes,
  http,
  receipts,
  actions,
  updates,
  health,
  backups,
}: Config): Settings {
  const { accent, mark, picture, welcome } = kiosk.brand;
  return {
    site,
    upstream: buildUpstreamSettings(upstream),
    policy: { purposes: buildPurposes(policy) },
    privacy: {
      identity: privacy.identity,
      ...(privacy.sealTo !== undefined && { sealTo: privacy.sealTo }),
      keep: formatKeep(privacy.keep),
      hideUnknown: privacy.hideUnknown,
      contact: buildContact(privacy.contact),
    },
    limits,
    kiosk: {
      ...kiosk,
      brand: {
        ...(accent !== undefined && { accent }),
        ...(mark !== undefined && { mark }),
        ...(picture !== undefined && { picture }),
        ...(welcome !== undefined && { welcome }),
      },
    },
    export: exports,
    inside: { count: inside.count, ...(inside.closesAt !== undefined && { closesAt: inside.closesAt }) },
    passes,
    http: buildHttp(http),
    actions: buildActions(actions),
    receipts: buildReceipts(receipts),
    ...(updates !== undefined && { updates }),
    ...buildHealthSettings(health),
    backups,
    demo: false,
  };
}

function buildHttp({ port, bind, tls, publicUrl, trustedProxies }: Config['http']): HttpSettings {
  return {
    port,
    bind,
    ...(tls !== undefined && { tls }),
    ...(publicUrl !== undefined && { publicUrl }),
    trustedProxies,
  };
}

function buildPurposes({ purposes }: Config['policy']): Settings['policy']['purposes'] {
  const rules = Object.entries(purposes).map(([purpose, { keep, ...rule }]): [string, PurposeRule] => [
    purpose,
    { ...rule, ...(keep !== undefined && { keep: formatKeep(keep) }) },
  ]);
  return Object.fromEntries(rules);
}

function buildContact({ desk, phone, url }: Config['privacy']['contact']): Settings['privacy']['contact'] {
  return {
    ...(desk !== undefined && { desk }),
    ...(phone !== undefined && { phone }),
    ...(url !== undefined && { url }),
  };
}

function buildUpstreamSettings(upstream: Config['upstream']): UpstreamSettings {
  const { baseUrl, apiKey, userAgent, signature, jwks, algorithms, otp, timeouts } = upstream;
  return {
    baseUrl,
    apiKey,
    userAgent,
    signature: { mode: signature, algorithms, ...(jwks !== undefined && { jwks }) },
    otp: { validMs: otp.validSeconds * 1000, resendMs: otp.resendSeconds * 1000 },
    timeouts: {
      connectMs: Math.round(timeouts.connectSeconds * 1000),
      headersMs: Math.round(timeouts.headersSeconds * 1000),
      bodyMs: Math.round(timeouts.bodySeconds * 1000),
    },
  };
}
