/**
 * The frame of the kiosk: the banner of the demonstration, the screen, the bar, and what lies over all of them.
 * Runs in the face.
 */
import { useComputed } from '@preact/signals';
import { HelpScreen } from '../../screens/help/help-screen.tsx';
import { MomentScreen } from '../../screens/moment/moment-screen.tsx';
import { OutOfOrderScreen } from '../../screens/out-of-order/out-of-order-screen.tsx';
import { StillThereScreen } from '../../screens/still-there/still-there-screen.tsx';
import type { Overlay } from '../../store/face-state.ts';
import { coverOf } from '../../store/service-steps.ts';
import { DemoBanner } from '../demo/demo-banner.tsx';
import { DemoPanel } from '../demo/demo-panel.tsx';
import { useFace } from '../face-context.ts';
import { Bar } from './bar.tsx';
import './frame.css';
import { ScreenView } from './screen-view.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

/** Shows the face. */
export function Frame() {
  const { store } = useFace();
  const cover = useComputed(() => coverOf(store.state.value)).value;
  const overlay = useComputed(() => store.state.value.overlay).value;
  const link = useComputed(() => store.state.value.service.link).value;
  const description = store.description.value;
  useKeptFocus(overlay !== undefined);
  if (cover === 'moment' || description === undefined) {
    return (
      <main class="face">
        <MomentScreen quiet={link === 'waiting'} />
      </main>
    );
  }
  return (
    <>
      <div class="face" data-screen={store.screen.value.name} inert={overlay !== undefined}>
        {description.demo ? <DemoBanner /> : null}
        <main class="stage">
          {cover === 'out-of-order' ? <OutOfOrderScreen /> : <ScreenView description={description} />}
          {description.demo ? <DemoPanel /> : null}
        </main>
        <Aloud />
        <Bar />
      </div>
      <Over overlay={overlay} />
    </>
  );
}

/** The keys of whoever has the screen read aloud. */
function Aloud() {
  const aloud = useFace().ease?.aloud.value;
  return aloud === undefined ? null : <aloud.SpeechKeys reader={aloud} />;
}

function Over({ overlay }: { readonly overlay: Overlay | undefined }) {
  switch (overlay?.kind) {
    case 'help':
      return <HelpScreen />;
    case 'still-there':
      return <StillThereScreen overlay={overlay} />;
    case undefined:
      return null;
  }
}
