/** The frame of a command: how arguments, help and errors are turned into words and exit codes. */
import { describe, expect, it } from 'vitest';
import { buildCommand, CommandError, readWholeNumber, UsageError } from '../../../main/cli/command.ts';
import { collectIo } from './collect-io.ts';

const greet = buildCommand({
  name: 'greet',
  summary: 'Greets',
  usage: 'pravesh greet FILE [--port N]',
  options: { port: { type: 'string', default: '80' }, json: { type: 'boolean' } },
  positionals: ['FILE'],
  async run({ values, positionals }, io) {
    if (positionals[0] === 'absent') {
      throw new CommandError('absent is not there', 'give another');
    }
    const port: number = readWholeNumber(values.port, '--port', { min: 0, max: 65_535 });
    const json: boolean = values.json ?? false;
    io.out(`${positionals[0]} ${port} ${json}`);
    return 0;
  },
});

async function runGreet(...args: string[]) {
  const io = collectIo();
  return { code: await greet.run(args, io), out: io.outLines, err: io.errLines };
}

describe('a command', () => {
  it('gets its options and arguments', async () => {
    expect(await runGreet('a.yml', '--port', '4780', '--json')).toEqual({ code: 0, out: ['a.yml 4780 true'], err: [] });
    expect(await runGreet('--port=1', '--', '--help')).toEqual({ code: 0, out: ['--help 1 false'], err: [] });
  });

  it('prints its usage with --help and -h, whatever else stands there', async () => {
    for (const flag of ['--help', '-h']) {
      expect(await runGreet('--wrong', flag)).toEqual({ code: 0, out: [greet.usage], err: [] });
    }
  });

  it.each([
    [['a', '--wrong=secret'], "Unknown option '--wrong'"],
    [['a', '--port'], "Option '--port <value>' argument missing"],
    [['a', '--json=yes'], "Option '--json' does not take an argument"],
    [[], 'FILE is missing'],
    [['a', 'b'], 'there is one argument too many: b'],
    [['a', '--port', '1e3'], '--port takes a whole number from 0 to 65535'],
    [['a', '--port', '65536'], '--port takes a whole number from 0 to 65535'],
    [['a', '--port', '-1'], ''],
  ])('answers %j with words, a hint and 2', async (args, words) => {
    const { code, out, err } = await runGreet(...args);
    expect({ code, out, hint: err[1] }).toEqual({ code: 2, out: [], hint: 'See `pravesh greet --help`.' });
    expect(err[0]).toContain(`pravesh greet: ${words}`);
    expect(err.join()).not.toContain('secret');
  });

  it('prints every line of a CommandError, without the hint', async () => {
    expect(await runGreet('absent')).toEqual({
      code: 2,
      out: [],
      err: ['pravesh greet: absent is not there', 'pravesh greet: give another'],
    });
  });

  it('lets a programming mistake pass', async () => {
    const broken = buildCommand({
      name: 'broken',
      summary: '',
      usage: '',
      options: {},
      run: () => Promise.reject(new TypeError('no such method')),
    });
    await expect(broken.run([], collectIo())).rejects.toThrow(TypeError);
    expect(new UsageError('x')).toBeInstanceOf(CommandError);
  });
});
