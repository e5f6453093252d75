/**
 * A phone that holds a code.
 * Runs in the face.
 */
import { Icon } from '../../components/icons/icon.tsx';

/** Draws it. */
export function PhoneIcon({ size }: { readonly size?: string }) {
  return (
    <Icon {...(size === undefined ? {} : { size })}>
      <rect x="6.5" y="2.5" width="11" height="19" rx="2.2" />
      <path d="M9.5 7h2v2h-2zM12.5 10h2v2h-2zM9.5 13h2v2h-2zM11 18.5h2" />
    </Icon>
  );
}
