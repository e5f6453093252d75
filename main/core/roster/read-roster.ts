/** Reads a whole file of people: its titles, a sample, and what is wrong with which line. Keeps nothing. Part of the core. */
import { parseMobileNumber, type RosterMapping, type RosterPreview } from '../../contract/public.ts';
import { normaliseName } from '../entry-log/subject.ts';
import { checkLine, type ExpectedPerson, type LineProblem } from './check-line.ts';
import { guessMapping } from './guess-mapping.ts';
import { readLines } from './read-lines.ts';
import type { Turns } from './turns.ts';

/** More than a page can show. */
const mostProblems = 200;
const sampleLines = 10;
const mostColumns = 100;
/** A cell of the sample is cut after so many characters. */
const longestCell = 200;

/** What is handed on of each line that can be taken. */
export type OnPerson = (expected: ExpectedPerson) => void;

/**
 * Reads a file with the mapping that is given, or guessed by its titles.
 * @throws ClosingError
 */
export async function readRoster(
  text: string,
  given: RosterMapping | undefined,
  turns: Turns,
  onPerson: OnPerson = () => {},
): Promise<RosterPreview> {
  let columns: readonly string[] | undefined;
  let mapping: RosterMapping | null = given ?? null;
  const sample: string[][] = [];
  const counted = buildCount(onPerson);
  const unreadable = await readLines(text, turns, ({ number, cells }) => {
    if (columns === undefined) {
      const titled = !cells.some((cell) => parseMobileNumber(cell) !== undefined);
      columns = show(titled ? cells : cells.map(() => ''));
      mapping ??= guessMapping(columns);
      if (titled) {
        return;
      }
    }
    if (sample.length < sampleLines) {
      sample.push(show(cells));
    }
    counted.add(number, cells, mapping);
  });
  if (unreadable !== undefined) {
    counted.note(unreadable, { column: 'line', problem: 'not-readable' });
  }
  return { columns: Array.from(columns ?? []), sample, mapping, ...counted.result() };
}

function show(cells: readonly string[]): string[] {
  return cells.slice(0, mostColumns).map((cell) => cell.slice(0, longestCell));
}

function buildCount(onPerson: OnPerson) {
  const problems: RosterPreview['problems'] = [];
  const references = new Set<string>();
  const people = new Set<string>();
  let [rows, good, more] = [0, 0, false];
  const note = (line: number, problem: LineProblem) => {
    if (problems.length < mostProblems) {
      problems.push({ line, ...problem });
    } else {
      more = true;
    }
  };
  /** Whether nobody before has this reference, or is this person. */
  const isNew = (line: number, { reference, person }: ExpectedPerson): boolean => {
    const key = `${person.mobileNumber} ${normaliseName(person.fullName)}`;
    const twice = references.has(reference) ? 'reference' : people.has(key) ? 'line' : undefined;
    references.add(reference);
    people.add(key);
    if (twice !== undefined) {
      note(line, { column: twice, problem: 'twice' });
    }
    return twice === undefined;
  };
  return {
    note,
    add(line: number, cells: readonly string[], mapping: RosterMapping | null) {
      rows += 1;
      const { expected, problems: found } = mapping === null ? { problems: [] } : checkLine(cells, mapping);
      for (const problem of found) {
        note(line, problem);
      }
      if (expected !== undefined && isNew(line, expected)) {
        good += 1;
        onPerson(expected);
      }
    },
    result: () => ({ rows, good, problems, more }),
  };
}
