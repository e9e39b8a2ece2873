import { block, line } from '../lexer/patterns.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

/** For files of an unknown kind: only what begins a line like a comment of most languages, or is closed like one. */
export const UNKNOWN: Language = {
  name: '?',
  grammar: grammarOf(
    { kind: 'literal', open: '"[^"\\\\\\r\\n]*"|\'[^\'\\\\\\r\\n]*\'' },
    block('<!--', '-->'),
    // Not the `/*` of `ls lib/*`.
    block('/*', '*/', '(?<![^\\s;,(){}])'),
    line('(?<=^[ \\t]*)(?://|#|--|;|%)'),
    line('(?<=[;{})\\w][ \\t]+)(?://|#)(?=[ \\t])'),
  ),
};
