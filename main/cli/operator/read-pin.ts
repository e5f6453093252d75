/**
 * Where a new PIN comes from: typed twice at a terminal that does not show it, or one line of standard input. It never
 * stands among the arguments, where every user of the machine could read it.
 * Runs in Node, for the CLI.
 */
import { createInterface, type Interface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Answer, toLatinDigits } from '../../contract/public.ts';
import { CommandError, type CommandIo } from '../command.ts';
import { explainPin } from './action.ts';

/** Where one types. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  /** Shows a question, without an end of the line. */
  show(text: string): void;
}

export interface PinSource {
  /**
   * Reads a PIN and tries it; whoever types may type another where it is refused.
   * @throws CommandError when there is none
   */
  use<T>(attempt: (pin: string) => Promise<Answer<T>>): Promise<Answer<T>>;
}

/** How often somebody may choose anew. */
const mostChoices = 5;

/** Builds it. @param fromLine whether `--pin-stdin` was given */
export function buildPinSource(terminal: Terminal, fromLine: boolean, io: CommandIo): PinSource {
  return {
    use: async (attempt) => {
      if (!fromLine && terminal.input.isTTY !== true) {
        throw new CommandError('there is no terminal to type a PIN at; give it on standard input with --pin-stdin');
      }
      const lines = openLines(terminal, io);
      try {
        return await (fromLine ? attempt(await lines.next('')) : choose(lines, attempt, io));
      } finally {
        lines.close();
      }
    },
  };
}

interface Lines {
  next(question: string): Promise<string>;
  close(): void;
}

async function choose<T>(
  lines: Lines,
  attempt: (pin: string) => Promise<Answer<T>>,
  io: CommandIo,
): Promise<Answer<T>> {
  for (let choice = 1; ; choice += 1) {
    const pin = await lines.next('New PIN (six to twelve digits; it is not shown): ');
    const isSame = pin === (await lines.next('The same again: '));
    const answered = isSame ? await attempt(pin) : undefined;
    const refused =
      answered === undefined ? 'the two are not the same' : answered.ok ? undefined : explainPin(answered.error);
    if (answered !== undefined && (refused === undefined || choice === mostChoices)) {
      return answered;
    }
    if (choice === mostChoices) {
      throw new CommandError('the two were not the same; nothing was changed');
    }
    io.err(`pravesh operator: ${refused}`);
  }
}

/** Lines of what is typed. At a terminal nothing of it is shown, and questions go where messages go. */
function openLines({ input, show }: Terminal, io: CommandIo): Lines {
  const terminal = input.isTTY === true;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader: Interface = createInterface({ input, output: nowhere, terminal, historySize: 0 });
  const stop = () => reader.close();
  // In this mode the terminal gives Ctrl-C to the reader and no signal to the process.
  reader.on('SIGINT', stop);
  io.signal.addEventListener('abort', stop, { once: true });
  const lines = reader[Symbol.asyncIterator]();
  return {
    async next(question) {
      if (terminal) {
        show(question);
      }
      const { value, done } = await lines.next();
      if (terminal) {
        show('\n');
      }
      if (done === true || value === '') {
        throw new CommandError('no PIN was given; nothing was changed');
      }
      return toLatinDigits(value.trim());
    },
    close() {
      io.signal.removeEventListener('abort', stop);
      reader.close();
    },
  };
}
