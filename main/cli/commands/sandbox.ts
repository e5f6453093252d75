/**
 * `pravesh sandbox`: runs the sandbox upstream by itself, until it is told to end.
 * Runs in Node, for the CLI.
 */
import { readFile } from 'node:fs/promises';
import { PeopleError, type Person, readPeople, type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { buildCommand, CommandError, type CommandIo, readWholeNumber, UsageError } from '../command.ts';

const usage = `pravesh sandbox [options]
Runs an upstream to try, demonstrate and test against: it speaks as the real service does, with invented people, and
sends no SMS. It listens on 127.0.0.1 only and ends at Ctrl+C. Its page, <url>/sandbox, explains SMS and faults.

  --port PORT        where it listens (default: 4790; 0 takes any free port)
  --people FILE      who is registered: a YAML list of {full_name, mobile_number, vaccination_status}
                     (default: a dozen people of its own)
  --api-key KEY      refuse calls that do not carry this key (default: no key is asked for)
  --otp-seconds N    how long a code lives and until the next may be asked for (default: 180)
  --help             this text

When it listens it prints one line on stdout: sandbox ready http://127.0.0.1:PORT`;

/** The command; exit code 0 when it was told to end, 2 when it could not start. */
export const sandboxCommand = buildCommand({
  name: 'sandbox',
  summary: 'Run the sandbox upstream, to try and test against',
  usage,
  options: {
    port: { type: 'string', default: '4790' },
    people: { type: 'string' },
    'api-key': { type: 'string' },
    'otp-seconds': { type: 'string', default: '180' },
  },
  async run({ values }, io) {
    const port = readWholeNumber(values.port, '--port', { min: 0, max: 65_535 });
    const otpSeconds = readWholeNumber(values['otp-seconds'], '--otp-seconds', { min: 1, max: 86_400 });
    const apiKey = values['api-key'];
    if (apiKey === '') {
      throw new UsageError('--api-key is empty; leave it out to ask for no key');
    }
    const people = values.people === undefined ? undefined : await loadPeople(values.people);
    const sandbox = await start({ port, otpSeconds, apiKey, people });
    io.out(`sandbox ready ${sandbox.url}`);
    await untilAborted(io);
    await sandbox.close();
    return 0;
  },
});

async function loadPeople(file: string): Promise<Person[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandError(
      `--people: ${file} cannot be read: ${reasonOf(error)}`,
      'Give the path of a readable file, or leave --people out for the people that come with the sandbox.',
    );
  });
  try {
    return readPeople(text);
  } catch (error) {
    if (error instanceof PeopleError) {
      throw new CommandError(
        `--people: ${file}, ${error.message}`,
        'Mend the file: a YAML list of {full_name, mobile_number, vaccination_status}.',
      );
    }
    throw error;
  }
}

async function start(options: Parameters<typeof startSandbox>[0]): Promise<Sandbox> {
  return startSandbox(options).catch((error: unknown) => {
    if (isSystemError(error)) {
      throw new CommandError(
        `127.0.0.1:${options.port} cannot be listened on: ${reasonOf(error)}`,
        'Choose another port with --port, or 0 for any that is free.',
      );
    }
    throw error;
  });
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not',
  EADDRINUSE: 'another program listens there already',
  EISDIR: 'it is a folder',
  ENOENT: 'there is no such file',
};

function reasonOf(error: unknown): string {
  const code = isSystemError(error) ? (error.code ?? '') : '';
  return reasons[code] ?? (code || 'the system does not say why');
}

function untilAborted({ signal }: CommandIo): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    } else {
      signal.addEventListener('abort', () => resolve(), { once: true });
    }
  });
}
