/**
 * The fields of a schema as a list of the page: name, type, what it is.
 * Runs in the HTTP host.
 */
import type { Schema } from '../document-shape.ts';
import { type Anchors, html, inline, type Markup } from './markup.ts';

/** What stands behind a reference: its last word. */
export function nameOfRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

/** The anchor of a named schema. */
export function anchorOfSchema(name: string): string {
  return `type-${name}`;
}

function linkTo(ref: string): Markup {
  const name = nameOfRef(ref);
  return html`<a href="#${anchorOfSchema(name)}">${name}</a>`;
}

function isSchema(part: unknown): part is Schema {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** The type in words: `string`, `list of Purpose`. */
export function typeOf(schema: Schema): Markup {
  const ref = schema.$ref ?? schema.allOf?.find((part) => part.$ref !== undefined)?.$ref;
  if (ref !== undefined) {
    return linkTo(ref);
  }
  if (schema.type === 'array' && isSchema(schema.items)) {
    return html`list of ${typeOf(schema.items)}`;
  }
  if (schema.type === 'object' && isSchema(schema.additionalProperties)) {
    return html`${typeOf(schema.additionalProperties)} by key`;
  }
  if (schema.const !== undefined) {
    return html`always <code>${JSON.stringify(schema.const)}</code>`;
  }
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'any');
  return html`${type}${limitsOf(schema)}`;
}

/** What a value may be beyond its type. */
function limitsOf({ minLength, maxLength, minimum, maximum, type }: Schema): string {
  if (type === 'string' && maxLength !== undefined) {
    return `, ${minLength ?? 0} to ${maxLength} characters`;
  }
  if (minimum !== undefined && maximum !== undefined) {
    return `, ${minimum} to ${maximum}`;
  }
  return '';
}

/** The words that a value may be, where there are few. */
function choicesOf(schema: Schema): Markup | undefined {
  if (schema.enum === undefined) {
    return undefined;
  }
  return html`<p class="choices">${schema.enum.map((value, index) => html`${index === 0 ? '' : ' '}<code>${String(value)}</code>`)}</p>`;
}

/** One line of a list of fields. */
export interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
  readonly note?: string;
}

/** The fields of an object and of what is in them, by dotted names. */
export function fieldsOf(schema: Schema, prefix = ''): Field[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, part]) => {
    if (!isSchema(part)) {
      return [];
    }
    const isList = part.type === 'array';
    const inner = isList && isSchema(part.items) ? part.items : part;
    const path = `${prefix}${name}`;
    const field: Field = { name: path, schema: part, isRequired: required.includes(name) };
    return [field, ...fieldsOf(inner, `${path}${isList ? '[]' : ''}.`)];
  });
}

/** Writes a list of fields. */
export function writeFields(fields: readonly Field[], anchors: Anchors): Markup {
  return html`<dl class="fields">
${fields.map(
  ({
    name,
    schema,
    isRequired,
    note,
  }) => html`<div><dt><code>${name}</code> <span class="kind">${typeOf(schema)}${note}</span>${
    isRequired ? '' : html` <span class="optional">optional</span>`
  }</dt>
<dd>${schema.description === undefined ? '' : html`<p>${inline(schema.description, anchors)}</p>`}${choicesOf(schema)}</dd></div>
`,
)}</dl>
`;
}
