/**
 * The door of this folder, which comes in a file of its own: only a venue that gives out passes fetches it.
 * Runs in the face.
 */
import './pass.css';

export { PassHint } from './pass-hint.tsx';
export { PassOffer } from './pass-offer.tsx';
export { PassScreen } from './pass-screen.tsx';
export { listenToReader } from './reader.ts';
