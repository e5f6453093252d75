/**
 * The settings as they may be shown to whoever helps: each is chosen here, so that a new one is not shown by itself. No
 * key, token, path, contact or whole address; where one is set, that it is.
 * Part of the core.
 */
import type { HttpSettings, Settings } from './settings.ts';

/** What may stand there. */
export type ShownSettings = Readonly<Record<string, unknown>>;

const given = '(given)';

/** Writes them; plain values for JSON. */
export function showSettings(settings: Settings): ShownSettings {
  const { site, policy, privacy, limits, kiosk, inside, passes, actions, receipts, updates, health, demo } = settings;
  return {
    demo,
    site: { id: site.id, terminal: site.terminal, timezone: site.timezone },
    upstream: showUpstream(settings.upstream),
    policy: Object.fromEntries(
      Object.entries(policy.purposes).map(([purpose, { admit, refer, keep }]) => [purpose, { admit, refer, keep }]),
    ),
    privacy: {
      identity: privacy.identity,
      sealTo: privacy.sealTo?.length ?? 0,
      keep: privacy.keep,
      hideUnknown: privacy.hideUnknown,
      contact: Object.keys(privacy.contact),
    },
    limits,
    kiosk: {
      mode: kiosk.mode,
      languages: kiosk.languages,
      idleSeconds: kiosk.idleSeconds,
      resultSeconds: kiosk.resultSeconds,
      sound: kiosk.sound,
      digits: kiosk.digits,
      ownPhone: kiosk.ownPhone,
    },
    export: { folders: settings.export.folders.length },
    inside: { count: inside.count, closesAt: inside.closesAt },
    passes: { purposes: passes.purposes, hours: passes.hours, trust: passes.trust.length },
    http: showHttp(settings.http),
    actions: { onAdmitted: showAction(actions.onAdmitted) },
    receipts,
    backups: settings.backups,
    updates: updates && { feed: originOf(updates.feed), quietHours: updates.quietHours },
    health: health && { heartbeat: { url: originOf(health.heartbeat.url), everyMs: health.heartbeat.everyMs } },
  };
}

function showUpstream({ baseUrl, signature, otp, timeouts }: Settings['upstream']): ShownSettings {
  const { mode, jwks, algorithms } = signature;
  const keys = jwks && ('url' in jwks ? originOf(jwks.url) : given);
  return { baseUrl, apiKey: given, signature: { mode, algorithms, jwks: keys }, otp, timeouts };
}

function showHttp({ port, bind, tls, publicUrl, trustedProxies }: HttpSettings): ShownSettings {
  return {
    port,
    bind,
    tls: tls && given,
    publicUrl: publicUrl && originOf(publicUrl),
    trustedProxies: trustedProxies.length,
  };
}

function showAction(action: Settings['actions']['onAdmitted']): ShownSettings | undefined {
  if (action === undefined) {
    return undefined;
  }
  const { command, url, timeoutMs } = action;
  return { timeoutMs, command: command && given, url: url && originOf(url) };
}

/** What lets in may stand in a path or a query. */
function originOf(url: string): string {
  return new URL(url).origin;
}
