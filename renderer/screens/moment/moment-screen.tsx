/**
 * The host does not answer: a still page that says where to go, until it is back.
 * Runs in the face.
 */
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { PraveshMark } from '../../components/icons/pravesh-mark.tsx';
import { WhereToGo } from '../ending/where-to-go.tsx';
import './moment.css';

/** Shows the page. Before the first answer it says nothing: the start is about to appear. */
export function MomentScreen({ quiet }: { readonly quiet: boolean }) {
  const { store } = useFace();
  const { say } = useSpeech();
  return (
    <section class="screen moment" aria-busy="true">
      <span class="moment-mark">
        <PraveshMark />
      </span>
      {quiet ? null : (
        <>
          <Heading>{say('moment.title')}</Heading>
          <p class="moment-words">{say('moment.text')}</p>
          <WhereToGo display={store.description.value?.display} />
        </>
      )}
    </section>
  );
}
