import type { Language } from './languages/language.ts';
import type { FlatTokens } from './lexer/lex.ts';
import { mergePairs } from './merge-pairs.ts';
import type { Outside } from './prose.ts';
import type { Ruleset } from './ruleset.ts';
import { collapse } from './tag-search.ts';

interface MacroRow {
  readonly language: string;
  /** Its first group is the tag, its second the text. */
  readonly pattern: RegExp;
  /** `macro`: code that says so itself, only if asked for; `tag`: a tag of the language's own. */
  readonly kind: 'tag' | 'macro';
}

const MACROS: readonly MacroRow[] = [
  {
    language: 'TeX',
    kind: 'tag',
    pattern: /\\(todo|fixme|TODO|FIXME)\b(?:\[[^\]\n]{0,200}\])?\{((?:[^{}]|\{[^{}]{0,500}\}){0,2000})\}/g,
  },
  { language: 'reStructuredText', kind: 'tag', pattern: /(?<=^[ \t]*\.\. )(todo)::[ \t]*([^\r\n]{0,2000})/gim },
  { language: 'Rust', kind: 'macro', pattern: /\b(todo|unimplemented)!\s*[([{]\s*"?([^"\n)\]}]{0,200})/g },
  { language: 'Kotlin', kind: 'macro', pattern: /(?<![.\w])(TODO)\(\s*"?([^"\n)]{0,200})/g },
];

interface Context {
  readonly language: Language | undefined;
  readonly ruleset: Ruleset;
}

/** Tags that are code: `\todo{…}` of LaTeX and, if the ruleset asks for them, macros such as `todo!()`. */
export function findMacros(text: string, tokens: FlatTokens, { language, ruleset }: Context): Outside[] {
  const rows = MACROS.filter((row) => row.language === language?.name && (row.kind === 'tag' || ruleset.macros));
  return rows.flatMap((row) => findRow(text, row, mergePairs(tokens.comments, tokens.literals)));
}

function findRow(text: string, row: MacroRow, taken: readonly number[]): Outside[] {
  const found: Outside[] = [];
  let pair = 0;
  for (const match of text.matchAll(row.pattern)) {
    while (pair < taken.length && (taken[pair + 1] ?? 0) <= match.index) pair += 2;
    if (pair < taken.length && (taken[pair] ?? 0) <= match.index) continue;
    const [whole, word = '', said = ''] = match;
    const at = whole.indexOf(word);
    const source = match.index;
    found.push({
      passage: { text: whole, lines: [{ at: 0, source }], start: source, end: source + whole.length },
      marker: {
        kind: row.kind,
        tag: word.toUpperCase(),
        text: collapse(said),
        owner: null,
        issues: [],
        due: null,
        priority: 0,
        at,
        end: whole.length,
      },
    });
  }
  return found;
}
