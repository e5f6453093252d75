/**
 * The one way into the operations: it knows who may call what, parses what comes, and answers with an envelope
 * whatever happens inside. A handler that is missing does not compile.
 */
import * as z from 'zod/mini';
import {
  type Answer,
  type CallName,
  type CallOperation,
  type ErrorCode,
  type FieldProblem,
  type OperationName,
  type Operations,
  type OperatorRole,
  type OutputOf,
  operations,
  problem,
} from '../../contract/public.ts';
import { type Caller, isManager, type UnlockedOperator } from './caller.ts';

/** One function for each call of the table, given an input that the table's schema has let through. */
export type Handlers = {
  readonly [N in CallName]: (
    caller: Caller,
    input: z.output<Operations[N]['input']>,
  ) => Promise<Answer<OutputOf<N>>> | Answer<OutputOf<N>>;
};

/** Runs a call by name. Never throws. */
export type Dispatch = (name: CallName, caller: Caller, input: unknown) => Promise<Answer<unknown>>;

/** Who has unlocked where. */
export interface OpenPages {
  /** The operator whose page is open for the caller of this identifier; that this is called keeps it open. */
  use(callerId: string, name: OperationName): UnlockedOperator | undefined;
}

type Handler = (caller: Caller, input: unknown) => Promise<Answer<unknown>> | Answer<unknown>;

/**
 * Builds the dispatch over the handlers; a name that has none leads nowhere.
 * @param judge says what to answer when a handler threw; it has reported the error
 * @param admit counts a call of another system, or says why it may not call now
 */
export function buildDispatch(
  handlers: Partial<Handlers>,
  pages: OpenPages,
  judge: (name: CallName, error: unknown) => ErrorCode,
  admit: (caller: Caller) => Answer<never> | undefined = () => undefined,
): Dispatch {
  return async (name, given, input) => {
    const operation: CallOperation<z.ZodMiniType, z.ZodMiniType> | undefined = Object.hasOwn(handlers, name)
      ? operations[name]
      : undefined;
    if (operation === undefined) {
      return problem('not-found');
    }
    // Whatever comes of it: a call that is refused costs as much as one that is not. What a page
    // only reads is not counted: the visits of many people share the budget of the pages.
    const turnedAway = given.kind === 'embed' && operation.method === 'GET' ? undefined : admit(given);
    if (turnedAway !== undefined) {
      return turnedAway;
    }
    const caller = actAs(name, given, pages);
    const refused = mayNotCall(name, caller);
    if (refused !== undefined) {
      return problem(refused);
    }
    const parsed = z.safeParse(operation.input, input);
    if (!parsed.success) {
      return refuseInput(parsed.error.issues, operation.fieldErrors ?? {});
    }
    try {
      // The table gives schema and handler of one name the same type; TypeScript cannot follow that through a lookup.
      return await (handlers[name] as Handler)(caller, parsed.data);
    } catch (error) {
      return problem(judge(name, error));
    }
  };
}

/**
 * Who it is that calls: a kiosk whose page an operator has opened is that operator, for what operators may do. What the
 * kiosk itself may do it does as the kiosk.
 */
function actAs(name: OperationName, caller: Caller, pages: OpenPages): Caller {
  if (caller.kind !== 'kiosk' || !isForOperatorsAlone(name)) {
    return caller;
  }
  const operator = pages.use(caller.id, name);
  return operator === undefined ? caller : { kind: 'operator', id: caller.id, operator };
}

function isForOperatorsAlone(name: OperationName): boolean {
  const callers: readonly string[] = operations[name].callers;
  return callers.includes('operator') && !callers.includes('kiosk') && !callers.includes('public');
}

/** Why this caller may not call this operation, if so: a kiosk that nobody has unlocked is told just that. */
export function mayNotCall(name: OperationName, caller: Caller): ErrorCode | undefined {
  const operation: { readonly callers: readonly string[]; readonly role?: OperatorRole } = operations[name];
  const { callers, role } = operation;
  if (callers.includes('public')) {
    return undefined;
  }
  if (callers.includes(caller.kind)) {
    return caller.kind === 'operator' && role === 'manager' && !isManager(caller) ? 'forbidden' : undefined;
  }
  const isLocked = caller.kind === 'kiosk' && callers.includes('operator');
  return caller.kind === 'public' || isLocked ? 'unauthenticated' : 'forbidden';
}

/** Says which fields are wrong, never what was in them; the name of an unknown field is the caller's text as well. */
function refuseInput(
  issues: readonly z.core.$ZodIssue[],
  fieldErrors: Readonly<Record<string, ErrorCode>>,
): Answer<never> {
  const fields = issues.map(
    (issue): FieldProblem => ({ path: issue.path.map(String).join('.'), problem: wordFor(issue) }),
  );
  const special = fields.map(({ path }) => fieldErrors[path]).find((code) => code !== undefined);
  return problem(special ?? 'invalid-input', { fields });
}

function wordFor(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown-field';
    case 'invalid_type':
      return 'wrong-type';
    case 'too_big':
      return 'too-long';
    case 'too_small':
      return 'too-short';
    default:
      return 'not-allowed';
  }
}
