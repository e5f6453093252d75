/**
 * The canonical JSON of a row as SQL expressions, for what reads the log as a whole: SQLite writes the very bytes that
 * `leaf.ts` and `subject.ts` hash, and a million rows never become millions of values in JavaScript. Property tests hold
 * both to each other.
 */
import { evidenceColumns } from './entries-sql.ts';

/**
 * RFC 8785 of the evidence: the members in their order, texts escaped as JSON.stringify does. It has no line feed. SQLite
 * refuses it (SQLITE_ERROR) where somebody has put bytes into a column of text.
 */
export const evidenceJson = `json_object(${evidenceColumns
  .toSorted()
  .map((name) => `'${name}', ${name}`)
  .join(', ')})`;

/** RFC 8785 of what a row keeps of its person: what its commitment is made over. Likewise. */
export const personJson = "json_object('mobile', subject_mobile, 'name', subject_name)";
