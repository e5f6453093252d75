import { connectOverIpc } from '../support/connections.ts';
import { describeConformance } from './conformance.ts';

describeConformance('IPC', connectOverIpc);
