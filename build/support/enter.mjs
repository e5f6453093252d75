/**
 * The door of the bootstrap: checks the version of Node, runs, and turns a failure into words and exit code 2.
 * Runs in the Node of the machine, however old: keep the syntax of this file and of the entries that a Node of
 * 2020 can parse. Everything else is imported after the check.
 */
const oldestMajor = 20;

/**
 * Runs one command of the bootstrap and sets the exit code.
 * @param {string} verb what could not be done, if it fails: "start", "test"
 * @param {() => Promise<number>} load imports and runs the command, answers its exit code
 */
export function enter(verb, load) {
  const version = process.versions.node;
  if (Number(version.split('.')[0]) < oldestMajor) {
    say([
      `Pravesh could not ${verb}: it needs Node.js ${oldestMajor} or newer.`,
      `Why: this is Node.js ${version}.`,
      'What to do: install the current LTS version from https://nodejs.org and run the same command again.',
    ]);
    process.exitCode = 2;
    return;
  }
  load().then(
    (code) => {
      process.exitCode = code;
    },
    (error) => {
      say(describe(verb, error));
      process.exitCode = typeof error.exitCode === 'number' ? error.exitCode : 2;
    },
  );
}

function describe(verb, error) {
  if (error.name !== 'Failure') {
    return [`Pravesh could not ${verb}: the bootstrap in build/ made a mistake.`, String(error.stack)];
  }
  const lines = [`Pravesh could not ${verb}: ${error.what}.`];
  if (error.why !== undefined) {
    lines.push(`Why: ${error.why}`);
  }
  if (error.todo !== undefined) {
    lines.push(`What to do: ${error.todo}`);
  }
  return lines;
}

function say(lines) {
  process.stderr.write(`${lines.join('\n')}\n`);
}
