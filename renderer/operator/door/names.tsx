/**
 * Whom one may be, as large buttons.
 * Runs in the operator face.
 */
import type { OperatorDoor } from '../../../main/contract/public.ts';
import { PersonIcon } from '../../components/icons/icons.tsx';

export interface NamesProps {
  readonly operators: OperatorDoor['operators'];
  onChoose(id: string): void;
}

/** Shows the names. */
export function Names({ operators, onChoose }: NamesProps) {
  return (
    <ul class="door-names">
      {operators.map(({ id, name }) => (
        <li key={id}>
          <button type="button" class="door-name" onClick={() => onChoose(id)}>
            <PersonIcon />
            <span>{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
