/** Texts that are nearly right: what a parser must be ready for. Seeded, so that each comes again. For tests only. */

/** What breaks parsers: ends of ranges, other scripts, what only looks like a character. */
const surprises = [
  '',
  '\0',
  '\u00a0',
  '\u200d',
  '\u2028',
  '\ufeff',
  '\ufffd',
  '\ud800',
  'é',
  'क्',
  '१२३',
  '💉',
  'Ⅷ',
  '-0',
  '1e400',
  '-1',
  '0x10',
  '9007199254740993',
  '999999999999999999999999999999',
  'null',
  'true',
  'NaN',
  '__proto__',
  'constructor',
  '{}',
  '[]',
  '"',
  '\\',
  '\\u0000',
  "'",
  '%00',
  '%',
  '../',
  '\r\n',
  '\n\n',
  '\t',
  '&a',
  '*a',
  '<<: *a',
  '!!js/function',
  '---\n',
  '|\n',
  ': ',
  '- ',
  '=',
  '.',
  '+',
  '/',
  '<script>',
];

export type Mutate = (samples: readonly string[]) => string;

/** Builds the mutator: most cases are a sample with some wounds, a few are pure noise. */
export function buildMutator(random: () => number): Mutate {
  const below = (end: number) => Math.floor(random() * end);
  const pick = <T>(from: readonly T[], otherwise: T): T => from[below(from.length)] ?? otherwise;
  const noise = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(random() < 0.8 ? 32 + below(95) : below(0x1_0000))).join('');
  const cut = (text: string): readonly [number, number] => {
    const from = below(text.length + 1);
    return [from, Math.min(text.length, from + below(1 + below(40)))];
  };
  const wounds: readonly ((text: string, samples: readonly string[]) => string)[] = [
    (text) => text.slice(0, below(text.length + 1)),
    (text) => text.slice(below(text.length + 1)),
    (text) => {
      const at = below(text.length + 1);
      return `${text.slice(0, at)}${pick(surprises, '')}${text.slice(at)}`;
    },
    (text) => {
      const [from, to] = cut(text);
      return `${text.slice(0, from)}${pick(surprises, '')}${text.slice(to)}`;
    },
    (text) => {
      const [from, to] = cut(text);
      return `${text.slice(0, to)}${text.slice(from)}`;
    },
    (text) => {
      const at = below(text.length + 1);
      const flipped = String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << below(8)));
      return `${text.slice(0, at)}${flipped}${text.slice(at + 1)}`;
    },
    (text, samples) => {
      const other = pick(samples, '');
      return `${text.slice(0, below(text.length + 1))}${other.slice(below(other.length + 1))}`;
    },
    (text) => {
      const at = below(text.length + 1);
      return `${text.slice(0, at)}${pick(['[', '{"a":', '(', '"', ' ', '0', 'a'], 'a').repeat(below(300))}${text.slice(at)}`;
    },
    (text) => `${text}${noise(below(20))}`,
  ];
  return (samples) => {
    if (random() < 0.02) {
      return noise(below(200));
    }
    let text = pick(samples, '');
    for (let wound = below(4); wound >= 0; wound -= 1) {
      text = pick(wounds, (same: string) => same)(text, samples);
    }
    return text;
  };
}
