/**
 * The page at `GET /sandbox`: whom one may play, which SMS came, and which faults can be asked for.
 * Runs in Node, wherever the sandbox runs.
 */
import { callRoutes } from './calls.ts';
import { faultKinds } from './fault-kinds.ts';
import type { Person } from './person.ts';
import { html, type Reply } from './reply.ts';

/** Renders the page. */
export function renderGuide(people: readonly Person[]): Reply {
  const shown = people.slice(0, 100);
  const calls = Object.values(callRoutes).map(({ method, path }) => [method, `/api${path}`]);
  const controls = [
    ['GET', '/sandbox/messages?mobile_number=N', 'the SMS of a number, oldest first; without a number those of all'],
    ['POST', '/sandbox/faults', '{"call": "generateOTP | confirmOTP | status | any", "kind": "...", "times": 1}'],
    ['GET', '/sandbox/faults', 'the faults that wait'],
    ['DELETE', '/sandbox/faults', 'clears them'],
    ['GET', '/.well-known/jwks.json', 'the keys that sign the status; also below /api'],
  ];
  const kinds = Array.from(faultKinds, ([name, { summary, calls: fitting }]) => [name, summary, fitting.join(', ')]);
  return html(
    200,
    'Sandbox upstream',
    [
      '<p>An upstream to try, demonstrate and test against. Its people are invented and no SMS is sent.</p>',
      table('The calls', calls),
      table('The controls', controls),
      table(
        'The people',
        shown.map((person) => [person.full_name, person.mobile_number, String(person.vaccination_status)]),
      ),
      table('The kinds of faults', kinds),
    ].join('\n'),
  );
}

function table(title: string, rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`);
  return `<h2>${title}</h2>\n<table>\n${lines.join('\n')}\n</table>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
