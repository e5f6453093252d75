import { describe, expect, it } from 'vitest';
import { answer, type KioskDescription, type OperatorDoor } from '../../../../main/contract/public.ts';
import { startDeskWay } from '../../../../renderer/components/frame/desk-way.ts';
import { describeKiosk, startFace, toConsent } from '../../store/face-harness.ts';

const door: OperatorDoor = { operators: [], setUp: false };

/** The page at an address, at a terminal that describes itself so; `went` is where it has gone. */
async function open(search: string, description: Partial<KioskDescription> = {}, opened: OperatorDoor = door) {
  const face = await startFace({ 'operator.door': [answer(opened)] }, describeKiosk(description));
  const went: string[] = [];
  const page = new EventTarget();
  const window = {
    // Only its listeners are asked for.
    document: page as unknown as Document,
    location: { search, replace: (url: string | URL) => went.push(String(url)) },
  };
  const way = startDeskWay({ client: face.fake.client, store: face.store, clock: face.clock, window });
  await face.settle();
  return { face, way, went };
}

describe('a kiosk', () => {
  it('serves where it has operators', async () => {
    const { went, way } = await open('');
    expect(went).toEqual([]);
    expect(way.isVisit).toBe(false);
  });

  it('asks for its first operator before it serves', async () => {
    expect((await open('', {}, { ...door, setUp: true })).went).toEqual(['/operator']);
  });

  it('does not ask after staff have put it off', async () => {
    const { went, face } = await open('?later', {}, { ...door, setUp: true });
    expect(went).toEqual([]);
    expect(face.asked()).toEqual([]);
  });

  it('knows the PIN of a demonstration', async () => {
    const { way } = await open('', { demo: true }, { ...door, demoPin: '704218' });
    expect(way.demoPin.value).toBe('704218');
  });

  it('leaves a visit wiped', async () => {
    const { face, way, went } = await open('');
    await toConsent(face);
    way.leave();
    expect(face.store.screen.value.name).toBe('start');
    expect(went).toEqual(['/operator']);
  });
});

describe('a reception desk', () => {
  const reception = { mode: 'reception' } as const;

  it('shows the desk, not the kiosk', async () => {
    expect((await open('', reception)).went).toEqual(['/operator']);
  });

  it("leaves a screen of the visitors' own alone", async () => {
    const { went, face } = await open('?screen', reception, { ...door, setUp: true });
    expect([went, face.asked()]).toEqual([[], []]);
  });

  it('stays for a visit, and goes back at its end', async () => {
    const { face, way, went } = await open('?visit', reception);
    expect(way.isVisit).toBe(true);
    await toConsent(face);
    face.clock.advance(30_000);
    expect(went).toEqual([]);
    face.store.send({ type: 'cancel' });
    expect(went).toEqual(['/operator']);
  });

  it('goes back when nobody begins the visit', async () => {
    const { face, went } = await open('?visit', reception);
    face.clock.advance(59_999);
    expect(went).toEqual([]);
    face.clock.advance(1);
    expect(went).toEqual(['/operator']);
  });
});
