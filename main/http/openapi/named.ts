/**
 * What the document says of one named schema, beside what its schema says itself.
 * Runs in the HTTP host.
 */
import type * as z from 'zod/mini';

export interface Named {
  readonly schema: z.core.$ZodType;
  /**
   * `input` is what a caller gives: a field that is unknown is refused. `answer` may gain fields with a later version.
   * `value` is a part of both.
   */
  readonly as: 'input' | 'answer' | 'value';
  readonly title: string;
  readonly description: string;
  /** What each field is; by its path, `consent.version`. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Made up, and valid. */
  readonly example: unknown;
}
