/** What systems are told beside answers is what the document says of it: receipts and events of a real kiosk. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { decodeJwt } from 'jose';
import { expect, it, onTestFinished } from 'vitest';
import { DecidedEvent, EndedEvent, ReceiptClaims } from '../../../../main/http/openapi/told.ts';
import { openTestKiosk } from '../../../support/open-test-kiosk.ts';
import { addParty, clientOf } from '../../../support/parties.ts';
import { startInput } from '../../../support/visitor-client.ts';

it('an event of a decision with its receipt, and an event of an end without one', async () => {
  const told: unknown[] = [];
  const receiver = createServer(async (request, response) => {
    told.push(await json(request));
    response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  onTestFinished(() => {
    receiver.close();
    receiver.closeAllConnections();
  });
  const { port } = receiver.address() as AddressInfo;
  const world = await openTestKiosk();
  const [one, other] = world.sandbox.people;
  if (one === undefined || other === undefined) {
    throw new TypeError('the sandbox knows two people and more');
  }
  const { apiKey } = await addParty(world.kiosk, { webhook: `http://127.0.0.1:${port}/` });
  const client = clientOf(world.kiosk, apiKey);
  const described = await client['kiosk.describe']({});
  const version = described.ok ? described.value.consent.version : '';
  const begin = async (person: typeof one) => {
    const started = await client['verification.start']({ ...startInput(person, version), nonce: 'order-4711' });
    return started.ok ? started.value.id : '';
  };
  const id = await begin(one);
  await client['verification.submitOtp']({ id, otp: world.newestOtp(one.mobile_number) });
  await client['verification.cancel']({ id: await begin(other) });
  await expect.poll(() => told.length, { timeout: 10_000 }).toBe(2);
  const decided = DecidedEvent.parse(told[0]);
  expect(decided.data).toMatchObject({ verificationId: id, nonce: 'order-4711', decision: 'admitted' });
  expect(ReceiptClaims.parse(decodeJwt(decided.data.receipt))).toMatchObject({ txn: id, jti: decided.data.entryId });
  expect(EndedEvent.parse(told[1]).data).toMatchObject({ outcome: 'not-verified', reason: 'cancelled' });
});
