/**
 * Words for the mistakes that the YAML reader finds.
 * Part of the core. They quote nothing of the file: the library's own messages do, and a key may stand there.
 */
import type { YAMLError } from 'yaml';

const words: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BAD_ALIAS: 'a reference (*) to something that is not defined before it; put quotes around a text that starts with *',
  BAD_DIRECTIVE: 'a line that starts with % at the top of the file is not understood',
  BAD_DQ_ESCAPE: 'a \\ in double quotes is followed by something that it cannot stand before; use single quotes',
  BAD_INDENT: 'a bracket is not closed before it, or the spaces before it do not fit the lines above',
  BAD_SCALAR_START: 'a text cannot start with this sign; put quotes around it',
  BLOCK_AS_IMPLICIT_KEY: 'two keys on one line, or a text with a colon; put quotes around the text',
  BLOCK_IN_FLOW: 'brackets hold something that must stand outside of them',
  DUPLICATE_KEY: 'stands here a second time; keep one of them',
  MISSING_CHAR: 'a bracket, a quote, a colon or a comma is missing',
  MULTILINE_IMPLICIT_KEY: 'a colon is missing, or a text goes over several lines without quotes',
  MULTIPLE_DOCS: 'a second document starts here (---); the configuration is one',
  NON_STRING_KEY: 'a key must be a plain word',
  RESOURCE_EXHAUSTION: 'brackets or lines are nested far too deep',
  TAB_AS_INDENT: 'a tab is used to indent; use spaces',
  TAG_RESOLVE_FAILED: 'tags (!name) are not used here; put quotes around a text that starts with !',
  UNEXPECTED_TOKEN: 'this cannot stand here; look for a missing quote, bracket or colon before it',
};

/** What is wrong, from the library's code of it. */
export function describeYamlError(code: YAMLError['code']): string {
  return words[code] ?? 'this is not YAML; look for a missing quote, bracket or colon here or before it';
}
