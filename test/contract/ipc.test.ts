import { connectOverIpc } from '../support/connections.ts';
import { describeConformance } from './conformance.ts';

// Other systems have no window.
describeConformance('IPC', connectOverIpc, { forParties: false });
