/**
 * The terminal does not serve: it says where to go instead, and goes away by itself when the terminal is well again.
 * Runs in the face.
 */
import { Heading } from '../../components/controls/heading.tsx';
import { useFace, useSpeech } from '../../components/face-context.ts';
import { FaultIcon } from '../../components/icons/icons.tsx';
import { WhereToGo } from '../ending/where-to-go.tsx';
import './out-of-order.css';

/** Shows the page. */
export function OutOfOrderScreen() {
  const { store } = useFace();
  const { say } = useSpeech();
  const description = store.description.value;
  return (
    <section class="screen out-of-order">
      <span class="out-of-order-icon">
        <FaultIcon />
      </span>
      <Heading>{say('order.title')}</Heading>
      <p class="out-of-order-words">{description?.message ?? say('order.text')}</p>
      <WhereToGo display={description?.display} />
      <p class="out-of-order-site">{description?.site.name}</p>
    </section>
  );
}
