import { connectOverHttp } from '../support/connections.ts';
import { describeConformance } from './conformance.ts';

describeConformance('HTTP', connectOverHttp);
