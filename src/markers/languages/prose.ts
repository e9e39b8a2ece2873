import { block, line } from '../lexer/patterns.ts';
import { nextLine } from '../lexer/delimited.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import { SCRIPT, template } from './javascript.ts';
import type { Language } from './language.ts';
import { frontMatter } from './markup.ts';

const fence: Rule = {
  kind: 'code',
  open: '^[ \\t]*(?:[-*+>][ \\t]+|\\d+[.)][ \\t]+){0,3}(?:`{3,}[^`\\r\\n]*|~{3,}[^\\r\\n]*)$',
  take: takeFence,
};

/** Code, code spans, front matter and comments of Markdown. */
export const MARKDOWN_RULES: readonly Rule[] = [
  frontMatter('YAML'),
  fence,
  { kind: 'code', open: '\\\\[`<]' },
  { kind: 'literal', open: '`+', take: takeCodeSpan },
  block('<!--', '-->'),
  // A link definition that nobody uses.
  line('^[ \\t]*\\[(?://|comment|_)[^\\]\\r\\n]{0,20}\\]:[ \\t]*(?:#|<>)[ \\t]*(?=["\'(])'),
];

const MARKDOWN: Grammar = { modes: { code: { rules: MARKDOWN_RULES } } };

const braces: readonly Rule[] = [
  { kind: 'code', open: '\\{', push: 'braces' },
  { kind: 'code', open: '\\}', pop: 1 },
];

const MDX: Grammar = {
  modes: {
    code: {
      rules: [
        ...MARKDOWN_RULES,
        { kind: 'code', open: '^(?:import|export)\\b(?=[ \\t{*])', take: takeModule },
        { kind: 'code', open: '\\{', push: 'braces' },
      ],
    },
    template,
    braces: { rules: [...SCRIPT, ...braces] },
  },
};

export const PROSE_FAMILY: readonly Language[] = [
  {
    name: 'Markdown',
    extensions: 'md markdown mkd mkdn mkdown mdown mdwn mdtext ronn scd workbook livemd qmd rmd mdc',
    files: 'contents.lr',
    aliases: 'md pandoc rmarkdown',
    prose: true,
    grammar: MARKDOWN,
  },
  { name: 'MDX', extensions: 'mdx', prose: true, grammar: MDX },
];

/** Lines of a script, up to an empty one. */
function takeModule(scan: Scan, start: number, opened: number): number {
  const blank = /^[ \t]*\r?$/gm;
  blank.lastIndex = opened;
  const end = blank.exec(scan.text)?.index ?? scan.text.length;
  scan.embed('TSX', start, end);
  return end;
}

const FENCE = /^([ \t]*(?:[-*+>][ \t]+|\d+[.)][ \t]+)*)(`+|~+)[ \t]*\{?[ \t]*\.?([^\s,{}:]*)/;

function takeFence(scan: Scan, start: number, opened: number): number {
  const { text } = scan;
  const [, , ticks = '', info = ''] = FENCE.exec(text.slice(start, opened)) ?? [];
  const from = nextLine(text, opened);
  const close = new RegExp(`^[ \\t>]*${ticks.charAt(0)}{${Math.min(ticks.length, 100)},}[ \\t]*\\r?$`, 'gm');
  close.lastIndex = from;
  const match = close.exec(text);
  const end = match?.index ?? text.length;
  // Without a language it is mostly output or a file tree.
  if (info !== '') scan.embed(info.toLowerCase(), from, end);
  return match === null ? text.length : close.lastIndex;
}

// A code span does not reach far, and not over an empty line.
const SPAN = 3000;

function takeCodeSpan({ text }: Scan, start: number, opened: number): number {
  const ticks = text.slice(start, opened);
  const reach = text.slice(opened, opened + SPAN);
  const blank = reach.search(/\n[ \t]*\r?\n/);
  const near = blank < 0 ? reach : reach.slice(0, blank);
  for (let at = near.indexOf(ticks); at >= 0; at = near.indexOf(ticks, at)) {
    let end = at;
    while (near[end] === '`') end++;
    if (end - at === ticks.length) return opened + end;
    at = end;
  }
  return opened;
}
