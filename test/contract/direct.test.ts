import { connectDirectly } from '../support/connections.ts';
import { describeConformance } from './conformance.ts';

describeConformance('a function call', connectDirectly);
