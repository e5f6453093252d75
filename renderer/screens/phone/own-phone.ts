/**
 * The door of this folder, which comes in a file of its own: only a venue that offers it fetches it.
 * Runs in the face.
 */
import './phone.css';

export { PhoneButton } from './phone-button.tsx';
export { PhoneScreen } from './phone-screen.tsx';
