/**
 * One operation on the page: how it is called, what it takes, what it answers.
 * Runs in the HTTP host.
 */
import type {
  Components,
  Example,
  OpenApiDocument,
  Operation,
  Parameter,
  Reference,
  Response,
} from '../document-shape.ts';
import { writeCurl } from './curl.ts';
import { type Field, fieldsOf, nameOfRef, typeOf, writeFields } from './fields.ts';
import { type Anchors, block, html, inline, json, type Markup, paragraphs } from './markup.ts';

/** What the page needs of its surroundings. */
export interface Surroundings {
  readonly components: Components;
  readonly anchors: Anchors;
}

/** An operation with its place. */
export interface Placed {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

/** All operations in the order of the document. */
export function placedOperations({ paths }: Pick<OpenApiDocument, 'paths'>): Placed[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}

/** What stands behind a reference to a component of this kind; itself where it is none. */
function resolve<T extends object>(part: T | Reference, components: Readonly<Record<string, T>>): T | undefined {
  return '$ref' in part ? components[nameOfRef(part.$ref)] : part;
}

/** Who may call, in words. */
function writeCallers({ security }: Operation): Markup {
  const words = security.map((scheme) => ('partyKey' in scheme ? 'your API key' : "the embedded page's token"));
  return words.length === 0
    ? html`<p class="callers">Anybody may ask; no credential is needed.</p>\n`
    : html`<p class="callers">Asks for <a href="#authentication">${words.join(' or ')}</a>.</p>\n`;
}

function isOfPath(field: Parameter): boolean {
  return field.in === 'path';
}

function toField({ name, schema, required, description, ...parameter }: Parameter): Field {
  return {
    name,
    schema: { ...schema, description },
    isRequired: required,
    note: isOfPath({ name, schema, required, description, ...parameter })
      ? ', in the path'
      : `, in the ${parameter.in}`,
  };
}

function writeInput(operation: Operation, { components, anchors }: Surroundings): Markup {
  const parameters = (operation.parameters ?? []).flatMap((part) => resolve(part, components.parameters) ?? []);
  const schema = operation.requestBody?.content['application/json']?.schema;
  const named = schema?.$ref === undefined ? undefined : components.schemas[nameOfRef(schema.$ref)];
  const fields = [...parameters.map(toField), ...(named === undefined ? [] : fieldsOf(named))];
  return fields.length === 0 ? html`` : html`<h4>Fields</h4>\n${writeFields(fields, anchors)}`;
}

function writeAnswer(operation: Operation, { components }: Surroundings): Markup {
  const [status = '', response] =
    Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? ([] as const);
  const answer: Response | undefined = response === undefined ? undefined : resolve(response, components.responses);
  const media = answer?.content?.['application/json'];
  const [example] = Object.values(media?.examples ?? {});
  const shown: Example | undefined = example === undefined ? undefined : resolve(example, components.examples);
  return html`<h4>Answer</h4>
<p><span class="status ok">${status}</span> ${media === undefined ? '' : typeOf(media.schema)}</p>
${shown === undefined ? '' : block(json(shown.value), 'Answer')}`;
}

/** A line for each code and status: the descriptions of the responses have one paragraph a code. */
function writeProblems(operation: Operation, { components, anchors }: Surroundings): Markup {
  const rows = Object.entries(operation.responses)
    .filter(([status]) => !status.startsWith('2'))
    .flatMap(([status, response]) =>
      (resolve(response, components.responses)?.description ?? '').split('\n\n').map((text) => [status, text] as const),
    );
  return html`<details><summary>What else it may answer: ${String(rows.length)} problems</summary>
<ul class="problems">
${rows.map(([status, text]) => html`<li><span class="status">${status}</span> <span>${inline(text, anchors)}</span></li>\n`)}</ul>
</details>
`;
}

/** Writes an operation. */
export function writeOperation({ path, method, operation }: Placed, surroundings: Surroundings): Markup {
  const { operationId, summary, description } = operation;
  return html`<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title">${operationId}</h3>
<p class="address"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></p>
<p class="summary">${summary}.</p>
${paragraphs(description, surroundings.anchors)}${writeCallers(operation)}${block(writeCurl(method, path, operation), 'curl')}${writeInput(
  operation,
  surroundings,
)}${writeAnswer(operation, surroundings)}${writeProblems(operation, surroundings)}</section>
`;
}
