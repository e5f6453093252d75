/**
 * An operation as a line for the shell.
 * Runs in the HTTP host.
 */
import type { Operation, Parameter } from '../document-shape.ts';
import { json } from './markup.ts';

/** What the shell of the examples has in these variables is said where the page says how one makes oneself known. */
function credentialOf({ security }: Operation): string | undefined {
  const [first] = security;
  if (first === undefined) {
    return undefined;
  }
  return 'partyKey' in first ? '$PRAVESH_KEY' : '$EMBED_TOKEN';
}

/** With the examples in the place of the fields of the path, and in the query. */
function fillIn(path: string, parameters: readonly Parameter[]): string {
  const exampleOf = (name: string) => String(parameters.find((parameter) => parameter.name === name)?.example ?? name);
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map(({ name }) => `${name}=${encodeURIComponent(exampleOf(name))}`);
  const filled = path.replace(/\{(\w+)\}/g, (_whole, name: string) => exampleOf(name));
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** Writes the command. Nothing in the examples has an apostrophe. */
export function writeCurl(method: string, path: string, operation: Operation): string {
  const parameters = (operation.parameters ?? []).filter((parameter) => 'name' in parameter);
  const [body] = Object.values(operation.requestBody?.content['application/json']?.examples ?? {});
  const credential = credentialOf(operation);
  const lines = [
    `curl -sS ${method === 'get' || (method === 'post' && body !== undefined) ? '' : `-X ${method.toUpperCase()} `}"$PRAVESH_URL${fillIn(path, parameters)}"`,
    ...(credential === undefined ? [] : [`-H "Authorization: Bearer ${credential}"`]),
    // Only pages of this server may begin one.
    ...(credential === undefined && method === 'post' ? ['-H "Origin: $PRAVESH_URL"'] : []),
    ...(credential !== undefined && method === 'post' ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    ...(body !== undefined && 'value' in body ? [`--json '${json(body.value)}'`] : []),
  ];
  return lines.join(' \\\n  ');
}
