/**
 * The faults of an operation as responses: one for each status, with the codes that it may carry.
 * Runs in the HTTP host.
 */
import {
  commonErrors,
  type ErrorCode,
  problem,
  problemKinds,
  problemMediaType,
  toHttpProblem,
} from '../../contract/public.ts';
import {
  type Example,
  type Header,
  type MediaType,
  type PathItem,
  type Reference,
  type Response,
  refTo,
} from './document-shape.ts';

/** The headers that answers carry. */
export const headers = {
  'X-Request-Id': {
    description:
      'The name of this request. Send one of your own (1 to 64 letters, digits, dots, dashes), or take ours: the log of the terminal has the same.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$', examples: ['7b1f9c2e-4d5a-4e0b-9a6c-2f8d3e1b0c7a'] },
  },
  'Idempotent-Replayed': {
    description: '`true` where an earlier request with this `Idempotency-Key` has done it already.',
    schema: { type: 'string', const: 'true' },
  },
  'Retry-After': {
    description: 'How long to wait before it can work, in seconds.',
    schema: { type: 'integer', minimum: 0, examples: [30] },
  },
} as const satisfies Readonly<Record<string, Header>>;

/** Names a code as a component: `OtpTooSoon`. */
function componentOf(code: ErrorCode): string {
  return code.replace(/(?:^|-)([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
}

/** Where waiting helps. */
const waits = [429, 503];

/** What goes with a code in the examples. */
function detailsOf(code: ErrorCode) {
  switch (code) {
    case 'invalid-input':
      return { fields: [{ path: 'mobileNumber', problem: 'not-allowed' }] };
    case 'otp-wrong':
      return { attemptsLeft: 2 };
    case 'otp-too-soon':
    case 'too-many-requests':
    case 'upstream-rate-limited':
      return { retryAfterMs: 30_000 };
    default:
      return {};
  }
}

/** An example of each code, for the components. */
export function problemExamples(codes: readonly ErrorCode[]): Record<string, Example> {
  return Object.fromEntries(
    codes.map((code) => {
      const { error } = problem(code, detailsOf(code));
      return [componentOf(code), { summary: error.message, value: toHttpProblem(error) }];
    }),
  );
}

/** What any answer may be, whoever asked for what: a system or an address that asks too often is told so everywhere. */
const always: readonly ErrorCode[] = [...commonErrors, 'too-many-requests'];

/** Every code that an operation may answer. */
export function codesOf(operation: {
  readonly errors: readonly ErrorCode[];
  readonly fieldErrors?: Readonly<Record<string, ErrorCode>>;
}): ErrorCode[] {
  return Array.from(new Set([...always, ...operation.errors, ...Object.values(operation.fieldErrors ?? {})]));
}

/** A code under a status, its own or another, and what is meant by it. */
interface StatusLine {
  readonly status: number;
  readonly code: ErrorCode;
  readonly meaning: string;
}

/** What the server says of a body before any operation sees it. */
const bodyStatuses: readonly StatusLine[] = [
  { status: 413, code: 'invalid-input', meaning: 'The body is larger than any input can be.' },
  { status: 415, code: 'invalid-input', meaning: 'The body is not JSON.' },
];

/** What it says of a key that it has seen before. */
const keyStatus: StatusLine = {
  status: 422,
  code: 'conflict',
  meaning: 'This `Idempotency-Key` came with another body before.',
};

function lineOf(code: ErrorCode): StatusLine {
  return { status: problemKinds[code].status, code, meaning: `${problemKinds[code].title}.` };
}

/** The responses of an operation that are problems, by status. */
export function problemResponses(
  codes: readonly ErrorCode[],
  { hasBody, takesKey }: { readonly hasBody: boolean; readonly takesKey: boolean },
): Record<string, Response | Reference> {
  const lines = [...codes.map(lineOf), ...(hasBody ? bodyStatuses : []), ...(takesKey ? [keyStatus] : [])];
  const statuses = Array.from(new Set(lines.map(({ status }) => status))).sort((a, b) => a - b);
  return Object.fromEntries(statuses.map((status) => [String(status), responseOf(status, lines)]));
}

/** A status with one meaning is the same everywhere, and stands among the components. */
function responseOf(status: number, lines: readonly StatusLine[]): Response | Reference {
  const ofStatus = lines.filter((line) => line.status === status);
  const [first] = ofStatus;
  if (first === undefined || ofStatus.length > 1) {
    return problemResponse(status, ofStatus);
  }
  return refTo('responses', sharedName(first));
}

function sharedName({ status, code }: StatusLine): string {
  return status === problemKinds[code].status ? componentOf(code) : `${componentOf(code)}${status}`;
}

/** The responses that these paths refer to. */
export function sharedResponses(
  codes: readonly ErrorCode[],
  paths: Readonly<Record<string, PathItem>>,
): Record<string, Response> {
  const referred = new Set(
    Object.values(paths)
      .flatMap((item) => Object.values(item))
      .flatMap(({ responses }) => Object.values(responses))
      .map((response) => ('$ref' in response ? response.$ref : '')),
  );
  return Object.fromEntries(
    [...codes.map(lineOf), ...bodyStatuses, keyStatus]
      .map((line) => [sharedName(line), problemResponse(line.status, [line])] as const)
      .filter(([name]) => referred.has(refTo('responses', name).$ref)),
  );
}

function problemResponse(status: number, lines: readonly StatusLine[]): Response {
  const codes = Array.from(new Set(lines.map(({ code }) => code)));
  const content: MediaType = {
    schema: {
      allOf: [
        { ...refTo('schemas', 'Problem') },
        { type: 'object', properties: { code: { type: 'string', enum: codes } } },
      ],
    },
    examples: Object.fromEntries(codes.map((code) => [code, refTo('examples', componentOf(code))])),
  };
  return {
    description: lines.map(({ code, meaning }) => `\`${code}\`: ${meaning}`).join('\n\n'),
    headers: {
      'X-Request-Id': refTo('headers', 'X-Request-Id'),
      ...(waits.includes(status) ? { 'Retry-After': refTo('headers', 'Retry-After') } : {}),
    },
    content: { [problemMediaType]: content },
  };
}
