/**
 * A key that takes one text, or a group or list of them.
 * Part of the core.
 */
import * as z from 'zod';
import { explainIssue } from './explain-issue.ts';

/**
 * Reads a text by the one schema and anything else by the other. A union of the schema library would not say which of
 * the two is wrong, nor where in it.
 */
export function textOr<T extends z.ZodType, O extends z.ZodType>(text: T, other: O) {
  return z.unknown().transform((given, context): z.output<T> | z.output<O> => {
    const parsed = (typeof given === 'string' ? text : other).safeParse(given, { error: explainIssue });
    if (parsed.success) {
      return parsed.data;
    }
    for (const issue of parsed.error.issues) {
      const { path, message } = issue;
      context.addIssue(
        issue.code === 'unrecognized_keys'
          ? { code: issue.code, keys: issue.keys, path, message, input: {} }
          : { code: 'custom', path, message },
      );
    }
    return z.NEVER;
  });
}
