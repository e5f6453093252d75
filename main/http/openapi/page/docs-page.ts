/**
 * The page that explains the API to people: one HTML file from the document, without script and without anything from
 * elsewhere.
 * Runs in the HTTP host.
 */
import type { OpenApiDocument, Operation } from '../document-shape.ts';
import { anchorOfSchema, fieldsOf, nameOfRef, writeFields } from './fields.ts';
import { type Anchors, block, html, inline, json, type Markup, paragraphs } from './markup.ts';
import { type Placed, placedOperations, type Surroundings, writeOperation } from './operation-section.ts';

/** Where each operation, event and schema is. */
function findAnchors(document: OpenApiDocument, placed: readonly Placed[]): Anchors {
  return new Map([
    ...placed.map(({ operation: { operationId } }) => [operationId, operationId] as const),
    ...Object.keys(document.webhooks).map((name) => [name, `event-${name}`] as const),
    ...Object.keys(document.components.schemas).map((name) => [name, anchorOfSchema(name)] as const),
  ]);
}

/** An address in small letters without spaces. */
function anchorOfTag(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-');
}

function writeContents(document: OpenApiDocument, placed: readonly Placed[]): Markup {
  const link = (anchor: string, words: string) => html`<li><a href="#${anchor}">${words}</a></li>\n`;
  const groups = document.tags.map(({ name }) => {
    const names = placed
      .filter(({ operation }) => operation.tags.includes(name))
      .map(({ operation }) => operation.operationId);
    const events = Object.entries(document.webhooks).filter(([, item]) => item.post?.tags.includes(name) === true);
    return html`<li><a href="#${anchorOfTag(name)}">${name}</a><ul>
${names.map((id) => link(id, id))}${events.map(([event]) => link(`event-${event}`, event))}</ul></li>
`;
  });
  return html`<nav aria-label="Contents">
<p class="nav-title">Contents</p>
<ul>
${link('start', 'What it is')}${link('authentication', 'Who you are')}${groups}${link('problems', 'Problems')}${link('types', 'Types')}</ul>
</nav>
`;
}

function writeAuthentication({ components, servers }: OpenApiDocument, anchors: Anchors): Markup {
  const url = servers[0]?.url ?? '/';
  const address = url === '/' ? 'http://127.0.0.1:4780' : url;
  const schemes = [
    ['Your API key', components.securitySchemes.partyKey],
    ["The embedded page's token", components.securitySchemes.embedToken],
  ] as const;
  return html`<section id="authentication" aria-labelledby="authentication-title">
<h2 id="authentication-title">Who you are</h2>
<p>A credential goes into the header <code>Authorization: Bearer …</code>. One that is nobody’s is refused everywhere, also where none is needed.</p>
${schemes.map(
  ([title, scheme]) =>
    html`<h3>${title}</h3>\n${scheme === undefined ? '' : html`<p>${inline(scheme.description, anchors)}</p>\n`}`,
)}<p>The examples below take the address and the key from the shell:</p>
${block(`export PRAVESH_URL=${address}\nexport PRAVESH_KEY=pvk_k3v9x2mq_…`, 'shell')}</section>
`;
}

function writeGroup(
  { name, description }: { readonly name: string; readonly description: string },
  inside: readonly Markup[],
): Markup {
  const anchor = anchorOfTag(name);
  return html`<section id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${name}</h2>
<p>${description}</p>
${inside}</section>
`;
}

function writeEvent(name: string, operation: Operation, { components, anchors }: Surroundings): Markup {
  const media = operation.requestBody?.content['application/json'];
  const schema = components.schemas[nameOfRef(media?.schema.$ref ?? '')] ?? {};
  const headers = (operation.parameters ?? []).flatMap((part) => ('name' in part ? part : []));
  const answers = Object.entries(operation.responses).map(
    ([status, response]) =>
      html`<li><span class="status">${status}</span> <span>${'description' in response ? response.description : ''}</span></li>\n`,
  );
  return html`<section class="operation" id="event-${name}" aria-labelledby="event-${name}-title">
<h3 id="event-${name}-title">${name}</h3>
<p class="address"><span class="method post">POST</span> to your webhook</p>
<p class="summary">${operation.summary}.</p>
${paragraphs(operation.description, anchors)}<h4>Headers</h4>
${writeFields(
  headers.map(({ name: header, schema: type, description }) => ({
    name: header,
    schema: { ...type, description },
    isRequired: true,
  })),
  anchors,
)}<h4>Body</h4>
${writeFields(fieldsOf(schema), anchors)}${block(json(schema.examples?.[0]), 'Body')}<h4>What you answer</h4>
<ul class="problems">
${answers}</ul>
</section>
`;
}

function writeProblems({ components }: OpenApiDocument): Markup {
  const lines = Object.values(components.examples).flatMap(({ value }) =>
    typeof value === 'object' && value !== null && 'code' in value && 'status' in value && 'title' in value
      ? [{ code: String(value.code), status: String(value.status), title: String(value.title) }]
      : [],
  );
  return html`<section id="problems" aria-labelledby="problems-title">
<h2 id="problems-title">Problems</h2>
<p>Every fault is <code>application/problem+json</code> with one of these codes: see <a href="#type-Problem">Problem</a>. None of them says anything of the person.</p>
<ul class="problems">
${lines.map(({ code, status, title }) => html`<li><span class="status">${status}</span> <span><code>${code}</code> ${title}.</span></li>\n`)}</ul>
${block(json(components.examples.OtpWrong?.value), 'A problem')}</section>
`;
}

function writeTypes({ components }: OpenApiDocument, anchors: Anchors): Markup {
  const types = Object.entries(components.schemas).map(([name, schema]) => {
    const members = (schema.oneOf ?? []).map(({ $ref = '' }) => nameOfRef($ref));
    const fields = fieldsOf(schema);
    const values = fields.length === 0 && members.length === 0;
    return html`<section class="type" id="${anchorOfSchema(name)}" aria-labelledby="${anchorOfSchema(name)}-title">
<h3 id="${anchorOfSchema(name)}-title">${name}</h3>
<p>${inline(schema.description ?? '', anchors)}</p>
${members.length === 0 ? '' : html`<p class="choices">One of ${members.map((member, index) => html`${index === 0 ? '' : ', '}<a href="#${anchorOfSchema(member)}">${member}</a>`)}.</p>\n`}${
  values && schema.enum !== undefined
    ? html`<p class="choices">${schema.enum.map((value) => html`<code>${String(value)}</code> `)}</p>\n`
    : ''
}${values && schema.enum === undefined ? html`<p class="choices">For example <code>${JSON.stringify(schema.examples?.[0])}</code></p>\n` : ''}${
  fields.length === 0 ? '' : writeFields(fields, anchors)
}</section>
`;
  });
  return html`<section id="types" aria-labelledby="types-title">
<h2 id="types-title">Types</h2>
<p>What the names in the fields above mean, in the order in which one meets them.</p>
${types}</section>
`;
}

/** Writes the page; `stylesheet` is where its style is. */
export function writeDocsPage(document: OpenApiDocument, stylesheet: string): string {
  const placed = placedOperations(document);
  const anchors = findAnchors(document, placed);
  const surroundings = { components: document.components, anchors };
  const { title, version, summary, description, license } = document.info;
  const groups = document.tags.map((tag) =>
    writeGroup(tag, [
      ...placed
        .filter(({ operation }) => operation.tags.includes(tag.name))
        .map((one) => writeOperation(one, surroundings)),
      ...Object.entries(document.webhooks).flatMap(([name, { post }]) =>
        post?.tags.includes(tag.name) === true ? [writeEvent(name, post, surroundings)] : [],
      ),
    ]),
  );
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} API ${version}</title>
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<a class="skip" href="#start">To the text</a>
<header>
<p class="brand"><span lang="hi">प्रवेश</span> ${title}</p>
<h1>The API of this terminal</h1>
<p class="lead">${summary}.</p>
<p class="facts">Version ${version} · <a href="/openapi.json">openapi.json</a> (OpenAPI ${document.openapi}) · ${license.name}</p>
</header>
<div class="columns">
${writeContents(document, placed)}<main>
<section id="start" aria-labelledby="start-title">
<h2 id="start-title">What it is</h2>
${paragraphs(description, anchors)}</section>
${writeAuthentication(document, anchors)}${groups}${writeProblems(document)}${writeTypes(document, anchors)}</main>
</div>
</body>
</html>
`;
  return page.html;
}
