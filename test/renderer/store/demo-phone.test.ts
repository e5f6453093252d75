import { describe, expect, it } from 'vitest';
import { answer, problem } from '../../../main/contract/public.ts';
import { createDemoPhone } from '../../../renderer/store/demo-phone.ts';
import {
  decided,
  describeKiosk,
  type FaceHarness,
  id,
  startFace,
  toCode,
  toConsent,
  toDetails,
} from './face-harness.ts';

const people = [{ fullName: 'Asha Kumari', mobileNumber: '9876543210', status: 2 }];
const sms = { text: 'Your code is 482913', otp: '482913', sentAt: '2026-01-15T04:30:01.000Z' };

async function startPhone(demo = true) {
  const face = await startFace(
    { 'demo.phone': Array(100).fill(answer({ people, messages: [sms] })) },
    describeKiosk({ demo }),
  );
  const phone = createDemoPhone(face.fake.client, face.clock, face.store);
  const stop = phone.start();
  return { face, phone, stop };
}

const looks = (face: FaceHarness) => face.fake.calls.filter(({ name }) => name === 'demo.phone');

describe('the phone of the demonstration', () => {
  it('asks nothing outside DEMO', async () => {
    const { face } = await startPhone(false);
    await toCode(face);
    await face.clock.pass(10_000);
    expect(looks(face)).toEqual([]);
  });

  it('asks nothing before the details', async () => {
    const { face } = await startPhone();
    await toConsent(face);
    await face.clock.pass(10_000);
    expect(looks(face)).toEqual([]);
  });

  it('asks once for the people, and shows no SMS with them', async () => {
    const { face, phone } = await startPhone();
    await toDetails(face);
    await face.clock.pass(10_000);
    expect(looks(face)).toEqual([{ name: 'demo.phone', input: {} }]);
    expect(phone.people.peek()).toEqual(people);
    expect(phone.messages.peek()).toEqual([]);
  });

  it('looks for the SMS of this verification while its code is awaited, and forgets it afterwards', async () => {
    const { face, phone } = await startPhone();
    face.fake.push('verification.submitOtp', answer(decided()));
    await toCode(face);
    await face.clock.pass(3_000);
    expect(looks(face).at(-1)?.input).toEqual({ id });
    expect(phone.messages.peek()).toEqual([sms]);
    face.store.send({ type: 'edit-otp', text: sms.otp });
    expect(phone.messages.peek()).toEqual([]);
    const before = looks(face).length;
    await face.clock.pass(5_000);
    expect(looks(face)).toHaveLength(before);
  });

  it('tries again when it could not ask', async () => {
    const face = await startFace(
      { 'demo.phone': [problem('internal'), answer({ people, messages: [] })] },
      describeKiosk({ demo: true }),
    );
    const phone = createDemoPhone(face.fake.client, face.clock, face.store);
    phone.start();
    await toDetails(face);
    await face.clock.pass(1_500);
    expect(phone.people.peek()).toEqual(people);
  });

  it('opens where it helps, obeys who closes it, and forgets that with the visit', async () => {
    const { face, phone } = await startPhone();
    expect(phone.isOpen.peek()).toBe(false);
    await toDetails(face);
    expect(phone.isOpen.peek()).toBe(true);
    phone.toggle();
    expect(phone.isOpen.peek()).toBe(false);
    face.store.send({ type: 'cancel' });
    await toDetails(face);
    expect(phone.isOpen.peek()).toBe(true);
  });

  it('stops with the face', async () => {
    const { face, stop } = await startPhone();
    await toCode(face);
    stop();
    const before = looks(face).length;
    await face.clock.pass(10_000);
    expect(looks(face)).toHaveLength(before);
  });
});
