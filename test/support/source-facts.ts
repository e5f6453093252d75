/**
 * What a source file imports and which ambient things it uses, read from its syntax tree.
 * The parser is the one that bundles the program, so that both read the same language.
 */
import { type ESTree, parseSync, Visitor } from 'vite';

export interface SourceFacts {
  /** Every module that is named: static, dynamic, re-exported, in a type. A dynamic import of no fixed text is `?`. */
  readonly imports: readonly string[];
  /** Ambient things that are called or reached into: `fetch()`, `Date.now`, `new Date()`, `process.env`. */
  readonly ambient: readonly string[];
}

function textOf(source: ESTree.Expression | ESTree.Argument | undefined): string {
  return source?.type === 'Literal' && typeof source.value === 'string' ? source.value : '?';
}

function nameOf(node: ESTree.Node): string | undefined {
  return node.type === 'Identifier' ? node.name : undefined;
}

/** The names that a pattern binds: a parameter, or the left side of a declaration. */
function boundIn(pattern: ESTree.Node | null): string[] {
  switch (pattern?.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((part) => boundIn(part.type === 'Property' ? part.value : part));
    case 'ArrayPattern':
      return pattern.elements.flatMap(boundIn);
    case 'AssignmentPattern':
      return boundIn(pattern.left);
    case 'RestElement':
      return boundIn(pattern.argument);
    default:
      return [];
  }
}

/**
 * Reads a source text; `file` tells by its ending which language it is. Throws when it cannot be parsed.
 * A name that the file binds anywhere is its own and not ambient: a parameter may be called `fetch`.
 */
export function readFacts(file: string, source: string): SourceFacts {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) {
    throw new SyntaxError(`${file}: ${errors[0]?.message}`);
  }
  const imports: string[] = [];
  const used: { readonly root: string; readonly what: string }[] = [];
  const own = new Set<string>();
  const bind = (patterns: readonly (ESTree.Node | null)[]) => {
    for (const name of patterns.flatMap(boundIn)) {
      own.add(name);
    }
  };
  const use = (node: ESTree.Node, write: (root: string) => string) => {
    const root = nameOf(node);
    if (root !== undefined) {
      used.push({ root, what: write(root) });
    }
  };
  new Visitor({
    ImportDeclaration: ({ source: from, specifiers }) => {
      imports.push(from.value);
      bind(specifiers.map(({ local }) => local));
    },
    ExportAllDeclaration: ({ source: from }) => imports.push(from.value),
    ExportNamedDeclaration: ({ source: from }) => from && imports.push(from.value),
    ImportExpression: ({ source: from }) => imports.push(textOf(from)),
    TSImportType: ({ source: from }) => imports.push(from.value),
    TSExternalModuleReference: ({ expression }) => imports.push(expression.value),
    VariableDeclarator: ({ id }) => bind([id]),
    FunctionDeclaration: ({ id, params }) => bind([id, ...params]),
    FunctionExpression: ({ params }) => bind(params),
    ArrowFunctionExpression: ({ params }) => bind(params),
    ClassDeclaration: ({ id }) => bind([id]),
    CallExpression: ({ callee, arguments: given }) => {
      use(callee, (root) => `${root}()`);
      if (nameOf(callee) === 'require') {
        imports.push(textOf(given[0]));
      }
    },
    NewExpression: ({ callee, arguments: given }) =>
      use(callee, (root) => `new ${root}(${given.length > 0 ? '…' : ''})`),
    MemberExpression: ({ object, property }) => use(object, (root) => `${root}.${nameOf(property) ?? '…'}`),
  }).visit(program);
  return { imports, ambient: used.flatMap(({ root, what }) => (own.has(root) ? [] : [what])) };
}
