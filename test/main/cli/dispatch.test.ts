/** From the words on the command line to the command. */
import { describe, expect, it } from 'vitest';
import { buildCommand } from '../../../main/cli/command.ts';
import { commands } from '../../../main/cli/commands.ts';
import { dispatch } from '../../../main/cli/dispatch.ts';
import { version } from '../../../main/contract/public.ts';
import { collectIo } from './collect-io.ts';

async function run(...args: string[]) {
  const io = collectIo();
  return { code: await dispatch(args, commands, io), out: io.outLines.join('\n'), err: io.errLines.join('\n') };
}

describe('pravesh', () => {
  it('lists every command with --help', async () => {
    for (const flag of ['--help', '-h']) {
      const { code, out, err } = await run(flag);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      for (const name of Object.keys(commands)) {
        expect(out).toMatch(new RegExp(`^  ${name} +[A-Z]`, 'm'));
      }
    }
  });

  it('explains itself on stderr, with 2, when no command is given', async () => {
    const { code, out, err } = await run();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('config');
  });

  it('prints its version', async () => {
    expect(await run('--version')).toEqual({ code: 0, out: version, err: '' });
  });

  it.each([
    ['confg', 'there is no command "confg"; did you mean "config"?'],
    ['sandbx', 'did you mean "sandbox"?'],
    ['frobnicate', 'there is no command "frobnicate"'],
    ['--verison', 'there is no option "--verison"'],
    ['__proto__', 'there is no command'],
    ['constructor', 'there is no command'],
  ])('answers the unknown word %s with words and 2', async (word, words) => {
    const { code, out, err } = await run(word);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toContain('See `pravesh --help`.');
  });

  it('hands the rest of the words to the command', async () => {
    const seen: unknown[] = [];
    const table = {
      note: async () =>
        buildCommand({
          name: 'note',
          summary: '',
          usage: '',
          options: { n: { type: 'string' } },
          positionals: ['A'],
          async run({ values, positionals }) {
            seen.push(values.n, positionals);
            return 1;
          },
        }),
    };
    expect(await dispatch(['note', 'x', '--n', '3'], table, collectIo())).toBe(1);
    expect(seen).toEqual(['3', ['x']]);
  });
});

describe('every command', () => {
  it.each(Object.keys(commands))('%s has its name, a summary and help', async (name) => {
    const command = await commands[name]?.();
    expect(command?.name).toBe(name);
    expect(command?.summary).toMatch(/^[A-Z].{5,70}[^.]$/);
    expect(command?.usage).toContain(`pravesh ${name}`);
    expect(await run(name, '--help')).toEqual({ code: 0, out: command?.usage, err: '' });
    expect(await run(name, '--no-such-option')).toMatchObject({ code: 2, out: '' });
  });
});
