/**
 * Puts a kiosk together over an open data folder: it reads as the list of what a kiosk is made of, in the order in which
 * it is put together.
 */
import { answer, buildClient, type CallName, type ErrorCode, problem } from '../contract/public.ts';
import { buildGate } from './actions/gate.ts';
import { brandImagesOf } from './config/settings.ts';
import { buildDeclineService } from './consent/decline.ts';
import { buildNotices } from './consent/notices.ts';
import { isDamage, markDamaged } from './db/damage-mark.ts';
import type { DataFolder } from './db/data-folder.ts';
import { transaction } from './db/database.ts';
import { buildGroupCommit } from './db/group-commit.ts';
import { isErasingAct } from './db/kept-backups.ts';
import { startRollingBackups } from './db/rolling-backups.ts';
import { runBackup } from './db/run-backup.ts';
import { sqliteCode } from './db/sqlite-code.ts';
import { buildDeskHandlers } from './desk/desk-handlers.ts';
import { startSpanKeeper } from './desk/span-keeper.ts';
import { buildViews } from './desk/views.ts';
import { ownerOf, type UnlockedOperator } from './dispatch/caller.ts';
import { buildDispatch, mayNotCall } from './dispatch/dispatch.ts';
import { buildEvents } from './dispatch/events.ts';
import { buildHandlers } from './dispatch/handlers.ts';
import { buildEmbedHandlers } from './embed/embed-handlers.ts';
import { buildEmbedTokens } from './embed/embed-tokens.ts';
import { startIndexKeeper } from './entry-index/index-keeper.ts';
import { keepNotice, selectNewest } from './entry-log/entries-sql.ts';
import type { AppendedEntry, EntryDraft } from './entry-log/entry.ts';
import { buildEntryLog } from './entry-log/entry-log.ts';
import { buildSealIdentity } from './entry-log/seal-identity.ts';
import { eraseOnRequest } from './erasure/erase-on-request.ts';
import { startHousekeeping } from './erasure/housekeeping.ts';
import { watchLooks } from './erasure/looks.ts';
import { findFolders } from './export/drives.ts';
import { buildExportService } from './export/export-service.ts';
import { buildOrder } from './export/order.ts';
import { buildClockWatch, isLongSince } from './health/clock-watch.ts';
import { buildDiagnostics } from './health/diagnostics.ts';
import { buildFigures } from './health/figures.ts';
import { buildHealthFigures } from './health/health-figures.ts';
import { buildHealthReport } from './health/health-report.ts';
import { buildOutOfOrder } from './health/out-of-order.ts';
import { buildServiceHandlers } from './health/service-handlers.ts';
import { buildServiceHealth } from './health/service-health.ts';
import { upsertState } from './health/terminal-state-sql.ts';
import { buildVoices } from './health/voices.ts';
import { openWatching } from './health/watching.ts';
import { buildInsideDesk } from './inside/inside.ts';
import { buildInsideHandlers } from './inside/inside-handlers.ts';
import type { Kiosk, KioskOptions } from './kiosk.ts';
import { buildAdmission } from './limits/admission.ts';
import { buildCallBudget } from './limits/call-budget.ts';
import { buildCodeLimits } from './limits/code-limits.ts';
import { buildOperators } from './operator/operator-handlers.ts';
import { selectOperator } from './operator/operators-sql.ts';
import { buildOperatorSessions } from './operator/sessions.ts';
import { buildParties } from './parties/party-handlers.ts';
import { buildPassHandlers } from './passes/passes-handlers.ts';
import { buildPhones } from './phone/phone-handlers.ts';
import type { CancelTimer } from './ports.ts';
import { buildReceipts } from './receipts/receipt.ts';
import { openSignedReceipts } from './receipts/receipt-handlers.ts';
import { openRoster } from './roster/roster-handlers.ts';
import { buildCheckpoints } from './tree/checkpoints.ts';
import { openTerminalKey } from './tree/terminal-key.ts';
import { readTime } from './upstream/read-time.ts';
import { buildUpstream } from './upstream/upstream.ts';
import { buildVerificationService } from './verification/verification-service.ts';
import { openWebhooks } from './webhooks/webhooks.ts';

/** The mark makes it last over restarts. Where it cannot be written either, the next start finds the damage by itself. */
export function noteDamage({ data, ports: { files, clock, logger } }: KioskOptions, error: unknown): void {
  try {
    markDamaged(data, files, new Date(clock.now()).toISOString(), sqliteCode(error) ?? 'tree');
  } catch {
    logger.error('the mark of a damaged log could not be written');
  }
}

/** So long after damage was found the page has heard of it, in milliseconds; then the kiosk lets go of the log. */
const letGoAfterMs = 2_000;

/** Starts all that a kiosk does. What is thrown leaves the folder to whoever has opened it. */
export function startKiosk(options: KioskOptions, folder: DataFolder): Kiosk {
  const { settings, data, ports, demoPhone, exportHost, controls, facts = {} } = options;
  const { clock, random, fetch, logger, secrets, files, commands } = ports;
  const { database } = folder;
  const siteKey = secrets.key('site', 32);
  const notices = buildNotices(settings, (texts) =>
    transaction(database, () => {
      for (const text of texts) {
        keepNotice(database, text);
      }
    }),
  );

  const freeBytes = () => files.freeBytes(data);
  const outOfOrder = buildOutOfOrder(database, settings.upstream, clock);
  const tryLog = () => {
    const at = new Date(clock.now()).toISOString();
    transaction(database, () => upsertState(database, 'log-tried', at, at));
  };
  const clockWatch = buildClockWatch({
    clock,
    wasWrong: outOfOrder.has('clock-wrong'),
    askTime: () => readTime(settings.upstream, fetch),
    onChange: () => health.look(),
  });
  const clockIsWrong = clockWatch.isWrong;
  const health = buildServiceHealth({ outOfOrder, tryLog, freeBytes, clockIsWrong, clock, logger });
  const noteLock = (operator: UnlockedOperator, reason: string) => {
    appendAct({ outcome: 'act', channel: 'operator', operator: operator.id, reason });
    checkpoints.signByItself();
  };
  const sessions = buildOperatorSessions(clock, (operator) => noteLock(operator, 'lock: idle'));
  const events = buildEvents(sessions.isOpenFor);
  health.onChange((condition) => events.publish({ type: 'health', ...condition }));

  const key = openTerminalKey(settings.site, secrets);
  const checkpoints = buildCheckpoints({ database, key, clock, onFault: (error) => reportLogFault(error) });
  const entryLog = buildEntryLog({ database, settings, siteKey, clock, random, clockDoubt: clockWatch.doubt });
  const underWay = () => upstream.underWay();
  const rowGroup = buildGroupCommit(database, clock, { onRollback: entryLog.reload, underWay });
  const index = startIndexKeeper({
    database,
    clock,
    onFault: (error) => logger.error('entry index not kept', { error: sqliteCode(error) ?? 'unknown' }),
  });
  const spans = startSpanKeeper({
    database,
    clock,
    onFault: (error) => logger.error('spans of entries not kept', { error: sqliteCode(error) ?? 'unknown' }),
  });
  let isDamaged = false;
  let cancelLetGo: CancelTimer = () => {};
  const foundDamage = (error: unknown) => {
    if (!isDamaged) {
      isDamaged = true;
      noteDamage(options, error);
      health.logDamaged();
      cancelLetGo = clock.after(letGoAfterMs, () => controls?.restart());
    }
  };
  const written = (draft: EntryDraft, entry: AppendedEntry) => {
    checkpoints.noteRow(entry.seq);
    index.noteRow();
    spans.noteRow(entry.seq);
    events.publish({ type: 'entry', seq: entry.seq, outcome: draft.outcome });
    webhooks.noteRow(draft);
    gate.noteRow(draft, entry);
    figures.noteRow(draft);
    if (isErasingAct(draft)) {
      backups?.drop();
    }
    return entry;
  };
  /** A row and its event are durable together, or neither is (docs/decisions/0016). */
  const appendWithEvent = (draft: EntryDraft) => {
    const entry = entryLog.append(draft);
    webhooks.record(draft, entry);
    return entry;
  };
  const append = async (draft: EntryDraft) => {
    if (isDamaged) {
      return undefined;
    }
    try {
      return written(draft, await rowGroup.run(() => appendWithEvent(draft)));
    } catch (error) {
      reportLogFault(error);
      return undefined;
    }
  };
  /** For the terminal's own acts, which are few and belong to what is being done at this moment. */
  const appendAct = (draft: EntryDraft) => {
    if (isDamaged) {
      return undefined;
    }
    try {
      return written(draft, entryLog.append(draft));
    } catch (error) {
      reportLogFault(error);
      return undefined;
    }
  };
  const reportLogFault = (error: unknown) => {
    logger.error('log not written', { error: sqliteCode(error) });
    if (isDamage(error)) {
      foundDamage(error);
    } else {
      health.logFailed();
    }
  };

  const watching = openWatching({
    settings,
    database,
    data,
    condition: health.condition,
    report: () => healthReport(),
    figures: () => figures.read(),
    freeBytes,
    clockIsWrong,
    fetch,
    secrets,
    random,
    clock,
    logger,
    files,
  });
  const figures = buildFigures({
    ...watching,
    condition: health.condition,
    upstream: () => upstream.health(),
    openVisits: () => verification.openCount(),
    budget: settings.limits.upstream,
  });
  const embedTokens = buildEmbedTokens(clock, random);
  const parties = buildParties({
    database,
    settings,
    secrets,
    append: appendAct,
    embedTokens,
    onRemoved: async (partyId) => {
      embedTokens.endParty(partyId);
      await verification.endParty(partyId);
      webhooks.drop(partyId);
    },
    clock,
    random,
  });
  const webhooks = openWebhooks({
    database,
    settings,
    group: buildGroupCommit(database, clock),
    receiverOf: parties.find,
    nameOf: parties.nameOf,
    signReceipt: (facts, at) => receipts.sign(facts, at),
    append: appendAct,
    fetch,
    clock,
    random,
    logger,
    onFault: (error) => logger.error('events not delivered', { error: sqliteCode(error) ?? 'unknown' }),
  });
  const gate = buildGate({ settings, database, commands, fetch, secrets, clock, logger });
  const backups =
    exportHost &&
    startRollingBackups({
      database,
      data,
      keep: settings.backups.keep,
      files,
      clock,
      logger,
      make: (file) => runBackup(exportHost.worker, { data, file }),
      onDamaged: () => foundDamage(undefined),
    });

  // A jump of the clock over days must not take what is of persons before its time: the upstream is asked first.
  if (isLongSince(selectNewest(database).at, clock.now())) {
    clockWatch.ask();
  }
  const endHousekeeping = startHousekeeping({
    database,
    settings,
    data,
    append: appendAct,
    clock,
    timeIsKnown: () => (clockWatch.isAsking() ? 'soon' : clockWatch.isWrong() ? 'no' : 'yes'),
    logger,
    onFault: reportLogFault,
  });
  const endWatch = watchLooks({
    data,
    append: appendAct,
    clock,
    onFault: (error) => logger.error('noted looks not read', { error: sqliteCode(error) }),
  });

  const codeLimits = buildCodeLimits({ database, limits: settings.limits, siteKey, clock });
  const callBudget = buildCallBudget({ database, limits: settings.limits, clock });
  // Counters are committed apart from rows: a transaction of the log holds rows and their events alone.
  const admission = buildAdmission({
    group: buildGroupCommit(database, clock, { onRollback: codeLimits.reload, underWay }),
    codeLimits,
    callBudget,
  });
  const budget = {
    spend: () => {
      try {
        return callBudget.spend();
      } catch (error) {
        // The counter cannot be written. Whoever is in the middle of a visit goes on, and new visits stop.
        reportLogFault(error);
        return 0;
      }
    },
  };
  const upstream = buildUpstream({
    settings: settings.upstream,
    fetch,
    clock,
    random,
    logger,
    budget,
    onCall: watching.callTimes.note,
    onTime: clockWatch.noteTime,
    onStatus: (isAuthentic) => noteHealth(() => health.statusRead(isAuthentic)),
  });
  const endUpstreamHealth = upstream.onHealth(health.upstreamChanged);
  const verification = buildVerificationService({
    settings,
    notices,
    upstream,
    admission,
    append,
    sealIdentity: buildSealIdentity(settings.privacy),
    outOfService: health.outOfService,
    upstreamRefused: (refused) => noteHealth(() => health.upstreamRefused(refused)),
    clock,
    random,
  });

  const voices = buildVoices();
  const decline = buildDeclineService({ settings, notices, append, clock });
  const healthReport = buildHealthReport({
    database,
    condition: health.condition,
    upstream: upstream.health,
    freeBytes,
    clock,
    aheadMs: clockWatch.aheadMs,
    clockIsWrong,
    operators: () => operators.check(),
    figures: buildHealthFigures(watching),
    others: [webhooks.check, gate.check, watching.beat.check, voices.check],
  });
  const writeReceipt = buildReceipts({ database, checkpoints, key });
  const receipts = openSignedReceipts({
    database,
    settings,
    secrets,
    writeReceipt,
    append: appendAct,
    clock,
    logger,
    onFault: (error) => logger.error('keys of receipts not kept', { error: sqliteCode(error) ?? 'unknown' }),
  });
  const order =
    exportHost &&
    buildOrder({
      settings,
      data,
      database,
      append: appendAct,
      checkpoints,
      key,
      clock,
      host: exportHost,
      visitors: true,
    });
  const exports = buildExportService({
    drives: () => [...(exportHost?.drives() ?? []), ...findFolders(settings.export.folders, files)],
    order,
    random,
  });
  const roster = openRoster({ database, settings, siteKey, append: appendAct, clock, onFault: reportLogFault });
  const views = buildViews(appendAct, clock);
  const inside = buildInsideDesk({ database, settings, append: appendAct, views, clock, onFault: reportLogFault });
  const operators = buildOperators({
    database,
    settings,
    sessions,
    append: appendAct,
    onLock: (operator) => noteLock(operator, 'lock'),
    canLeave: controls !== undefined,
    clock,
    random,
  });
  const phones = buildPhones({
    settings,
    verification,
    tokens: embedTokens,
    outOfService: health.outOfService,
    clock,
    random,
  });
  const handlers = buildHandlers({
    features: {
      parties: parties.handlers,
      webhooks: webhooks.handlers,
      receipts: receipts.handlers,
      embed: buildEmbedHandlers({ tokens: embedTokens, findParty: parties.find, random }),
      phone: phones.handlers,
      voices: voices.handlers,
      operator: operators.handlers,
      desk: buildDeskHandlers({
        database,
        settings,
        siteKey,
        views,
        append,
        writeReceipt,
        // A party stands there as `party:<id>`.
        nameOfOperator: (id) => selectOperator(database, id)?.name ?? parties.nameOf(id.replace(/^party:/, '')),
        waiting: verification.openCount,
        inside: () => inside?.count() ?? null,
        clock,
      }),
      inside: buildInsideHandlers(inside),
      passes: buildPassHandlers({
        settings,
        database,
        secrets,
        notices,
        verification,
        append,
        appendAct,
        outOfService: health.outOfService,
        clock,
        random,
        logger,
      }),
      roster: roster.handlers,
      service: buildServiceHandlers({
        health,
        healthReport,
        append: appendAct,
        begin: events.begin,
        diagnose: buildDiagnostics({ settings, database, healthReport, open: verification.openCount, clock, facts }),
        clock,
        controls,
      }),
    },
    erase: (order, operator) =>
      eraseOnRequest({ database, settings, siteKey, append: appendAct, clock }, order, operator),
    exports,
    writeReceipt,
    signReceipt: receipts.sign,
    settings,
    notices,
    verification,
    decline,
    health,
    healthReport,
    clock,
    demoPhone,
  });
  const judge = (name: CallName, error: unknown): ErrorCode => {
    if (sqliteCode(error) !== undefined) {
      reportLogFault(error);
      return 'log-unavailable';
    }
    logger.error('operation failed', { operation: name, error: error instanceof Error ? error.name : typeof error });
    return 'internal';
  };
  const dispatch = buildDispatch(phones.guard(handlers), sessions, judge, parties.admit);

  /** A log that cannot be written is out of order for that reason already. */
  const noteHealth = (note: () => void) => {
    try {
      note();
    } catch (error) {
      reportLogFault(error);
    }
  };
  const watch: Kiosk['watch'] = (name, caller, onEvent) => {
    const refused = mayNotCall(name, caller);
    return refused === undefined ? answer(events.subscribe(caller, health.condition(), onEvent)) : problem(refused);
  };
  return {
    call: dispatch,
    watch,
    client: (caller) =>
      buildClient({
        call: (name, input) => dispatch(name, caller, input),
        watch: (name, onEvent) => {
          const watching = watch(name, caller, onEvent);
          return watching.ok ? watching.value : () => {};
        },
      }),
    parties: parties.door,
    brandImages: brandImagesOf(settings),
    ready: () => health.outOfService() === undefined,
    figures: figures.read,
    openVisits: verification.openCount,
    pageGone: (callerId) => {
      noteHealth(() => watching.crashes.note('page'));
      return verification.endPages((owner) =>
        callerId === undefined ? owner.startsWith('kiosk:') : owner === ownerOf({ kind: 'kiosk', id: callerId }),
      );
    },
    reportCrashes: () => noteHealth(health.reportCrashes),
    crashesOver: () => noteHealth(health.crashesOver),
    noteCrash: () => noteHealth(() => watching.crashes.note('program')),
    async close() {
      cancelLetGo();
      await exports.close();
      await backups?.close();
      await roster.close();
      phones.close();
      embedTokens.close();
      const cancelled = verification.cancelAll();
      endWatch();
      endHousekeeping();
      rowGroup.flush();
      await cancelled;
      webhooks.close();
      watching.beat.close();
      gate.close();
      receipts.close();
      inside?.end();
      sessions.close();
      endUpstreamHealth();
      clockWatch.close();
      health.close();
      checkpoints.close();
      index.close();
      spans.close();
      folder.close();
    },
  };
}
