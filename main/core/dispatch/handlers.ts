/** The operations, each under its own name, as calls of the parts that do the work. */
import {
  type Answer,
  answer,
  type DemoPhone,
  type ErasedEntries,
  type EraseOrder,
  problem,
} from '../../contract/public.ts';
import type { Settings } from '../config/settings.ts';
import type { DeclineService } from '../consent/decline.ts';
import type { Notices } from '../consent/notices.ts';
import type { DeskHandlers } from '../desk/desk-handlers.ts';
import type { EmbedHandlers } from '../embed/embed-handlers.ts';
import type { ExportService } from '../export/export-service.ts';
import type { HealthReport } from '../health/health-report.ts';
import type { ServiceHandlers } from '../health/service-handlers.ts';
import type { ServiceHealth } from '../health/service-health.ts';
import type { Voices } from '../health/voices.ts';
import type { InsideHandlers } from '../inside/inside-handlers.ts';
import type { OperatorHandlers } from '../operator/operator-handlers.ts';
import type { PartyHandlers } from '../parties/manage-parties.ts';
import type { PassHandlers } from '../passes/passes-handlers.ts';
import type { PhoneHandlers } from '../phone/phone-handlers.ts';
import type { Clock } from '../ports.ts';
import type { WriteReceipt } from '../receipts/receipt.ts';
import type { ReceiptHandlers } from '../receipts/receipt-handlers.ts';
import type { SignReceipt } from '../receipts/sign-receipt.ts';
import { buildWithReceipt } from '../receipts/with-receipt.ts';
import type { RosterHandlers } from '../roster/roster-handlers.ts';
import type { VerificationService } from '../verification/verification-service.ts';
import type { WebhookHandlers } from '../webhooks/webhook-handlers.ts';
import { type Caller, channelOf, operatorOf, ownerOf } from './caller.ts';
import { describeFor, describeKiosk } from './describe.ts';
import type { Handlers } from './dispatch.ts';

/** What a DEMO's sandbox lets the visitor see: its people, and the SMS of one number. */
export interface DemoPhonePort {
  people(): DemoPhone['people'];
  messages(mobileNumber: string): DemoPhone['messages'];
}

/** The operations of whole features, each laid onto its parts by the feature itself. */
export interface FeatureHandlers {
  readonly operator: OperatorHandlers;
  readonly desk: DeskHandlers;
  readonly inside: InsideHandlers;
  readonly passes: PassHandlers;
  readonly roster: RosterHandlers;
  readonly service: ServiceHandlers;
  readonly parties: PartyHandlers;
  readonly webhooks: WebhookHandlers;
  readonly receipts: ReceiptHandlers;
  readonly embed: EmbedHandlers;
  readonly phone: PhoneHandlers;
  readonly voices: Voices['handlers'];
}

export interface HandlerParts {
  readonly features: FeatureHandlers;
  readonly settings: Settings;
  readonly notices: Notices;
  readonly verification: VerificationService;
  readonly decline: DeclineService;
  readonly health: ServiceHealth;
  readonly healthReport: HealthReport;
  readonly writeReceipt: WriteReceipt;
  readonly signReceipt: SignReceipt;
  readonly erase: (order: EraseOrder, operator: string | undefined) => Answer<ErasedEntries>;
  readonly exports: ExportService;
  readonly clock: Clock;
  readonly demoPhone?: DemoPhonePort | undefined;
}

/** Lays the operations onto the parts. */
export function buildHandlers(parts: HandlerParts): Handlers {
  const { settings, notices, verification, demoPhone } = parts;
  const visitCaller = (caller: Caller) => ({
    owner: ownerOf(caller),
    channel: channelOf(caller),
    party: caller.party,
    atTerminal: caller.atTerminal,
  });
  const withReceipt = buildWithReceipt(verification, parts.signReceipt);
  const { operator, desk, inside, passes, roster, service, parties, webhooks, receipts, embed, phone, voices } =
    parts.features;
  return {
    ...operator,
    ...desk,
    ...inside,
    ...passes,
    ...roster,
    ...service,
    ...parties,
    ...webhooks,
    ...receipts,
    ...embed,
    ...phone,
    ...voices,
    'kiosk.describe': (caller) =>
      answer(describeFor(caller, describeKiosk(settings, notices.of(caller.party), parts.health.condition()))),
    'consent.read': ({ party }, { locale }) => {
      const notice = notices.of(party).read(locale);
      return notice === undefined ? problem('not-found') : answer(notice);
    },
    'consent.decline': (caller, input) => parts.decline(visitCaller(caller), input),
    'verification.start': (caller, input) => verification.start(visitCaller(caller), input),
    'verification.get': (caller, { id }) => {
      const visitor = visitCaller(caller);
      return withReceipt(visitor, verification.get(visitor, id));
    },
    'verification.submitOtp': async (caller, { id, otp }) => {
      const visitor = visitCaller(caller);
      return withReceipt(visitor, await verification.submitOtp(visitor, id, otp));
    },
    'verification.resendOtp': (caller, { id }) => verification.resendOtp(visitCaller(caller), id),
    'verification.cancel': (caller, { id }) => verification.cancel(visitCaller(caller), id),
    'entry.receipt': (caller, { id }) => {
      const decided = verification.get(visitCaller(caller), id);
      if (!decided.ok) {
        return decided;
      }
      return decided.value.state === 'decided' ? answer(parts.writeReceipt(decided.value.seq)) : problem('conflict');
    },
    'entries.erase': (caller, input) => parts.erase(input, operatorOf(caller)),
    'export.drives': () => parts.exports.drives(),
    'export.start': (caller, input) => parts.exports.start(input, caller),
    'export.get': (_caller, { id }) => parts.exports.get(id),
    'export.cancel': (_caller, { id }) => parts.exports.cancel(id),
    'health.get': () => answer(parts.healthReport()),
    'demo.phone': (caller, { id }) => {
      if (demoPhone === undefined) {
        return problem('not-found');
      }
      const number = id === undefined ? undefined : verification.mobileNumberOf(visitCaller(caller), id);
      return answer({
        people: demoPhone.people(),
        messages: number === undefined ? [] : demoPhone.messages(number),
      });
    },
  };
}
