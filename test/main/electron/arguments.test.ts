import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../main/electron/arguments.ts';
import { describeFailure } from '../../../main/electron/failure.ts';

describe('the command line', () => {
  it('asks for nothing when it is empty', () => {
    expect(readArguments([])).toEqual({ data: undefined, config: undefined, port: undefined, isKept: false });
  });

  it('knows that `pravesh run` keeps it', () => {
    expect(readArguments(['--kept'])).toMatchObject({ isKept: true });
  });

  it('asks for folder, configuration and port, and leaves Chromium its switches', () => {
    const line = ['--no-sandbox', '--data', '/d', '--ozone-platform=x11', '--config=/c.yml', '--port', '0'];
    expect(readArguments(line)).toEqual({ data: '/d', config: '/c.yml', port: 0, isKept: false });
  });

  it.each([['--data'], ['--data='], ['--config'], ['--port'], ['--port', 'x'], ['--port', '65536'], ['--port', '-1']])(
    'cannot ask for %s %s',
    (...line) => {
      expect(() => readArguments(line)).toThrow(new RegExp(`^${line[0]?.replace('=', '')} `));
    },
  );
});

describe('a failure', () => {
  it('is in words when somebody can mend it', () => {
    const mendable = Object.assign(new Error('say what to do'), { name: 'DataFolderError' });
    expect(describeFailure(mendable)).toBe('pravesh: say what to do');
  });

  it('names its places, and not its message, when it is a mistake of the program', () => {
    expect(describeFailure(new TypeError('oh'))).toMatch(/made a mistake \(TypeError\).*\n +at \S/);
    expect(describeFailure('text')).toContain('made a mistake');
  });
});
