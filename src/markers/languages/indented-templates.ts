import { block, line } from '../lexer/patterns.ts';
import { nextLine } from '../lexer/delimited.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

/** A comment that holds the lines that are indented deeper. */
const deeper: Pick<Rule, 'kind' | 'take'> = { kind: 'comment', take: takeDeeper };

/** The rest of a line is code of a language. */
function codeOf(language: string, open: string): Rule {
  return { kind: 'code', open, take: (scan, _start, opened) => takeCode(scan, opened, language) };
}

/** `:javascript` or `css:`, and the lines that are indented deeper. */
function filter(open: string): Rule {
  return { kind: 'code', open: `^[ \\t]*${open}[ \\t]*\\r?$`, take: takeFilter };
}

const FILTERS = '(?:javascript|coffee|coffeescript|typescript|css|scss|sass|less|ruby|markdown)';
const PUG: Grammar = {
  modes: {
    code: {
      rules: [
        { ...deeper, open: '^[ \\t]*//-?' },
        { kind: 'code', open: '^[ \\t]*(?:script|style)\\b[^\\r\\n]*\\.[ \\t]*\\r?$', take: takeDottedBlock },
        codeOf('JavaScript', '^[ \\t]*(?:-|!?=)(?=[ \\t])'),
      ],
    },
  },
};
const HAML: Grammar = {
  modes: {
    code: {
      rules: [
        { ...deeper, open: '^[ \\t]*-#' },
        { ...deeper, open: '^[ \\t]*/(?!\\[)' },
        filter(`:${FILTERS}`),
        codeOf('Ruby', '^[ \\t]*(?:[%.#][\\w.#:-]{1,200})?(?:-|[!&]?[=~])(?=[ \\t])'),
      ],
    },
  },
};
const SLIM: Grammar = {
  modes: {
    code: {
      rules: [
        { ...deeper, open: '^[ \\t]*/' },
        filter(`${FILTERS}:`),
        codeOf('Ruby', '^[ \\t]*(?:[\\w.#-]{1,200})?(?:-|={1,2}[<>]?)(?=[ \\t])'),
      ],
    },
  },
};
const SASS: Grammar = {
  modes: {
    code: { rules: [{ ...deeper, open: '^[ \\t]*(?://|/\\*)' }, line('(?<![:\\w"\'(])//'), block('/*', '*/')] },
  },
};

/** Templates by indentation. */
export const INDENTED_FAMILY: readonly Language[] = [
  { name: 'Pug', extensions: 'pug jade', aliases: 'jade', grammar: PUG },
  { name: 'Haml', extensions: 'haml haml.deface hamlc', grammar: HAML },
  { name: 'Slim', extensions: 'slim', grammar: SLIM },
  { name: 'Sass', extensions: 'sass', grammar: SASS },
];

function takeDeeper({ text }: Scan, start: number, opened: number): number {
  return endOfDeeper(text, /^[ \t]*/.exec(text.slice(start, opened))?.[0].length ?? 0, opened);
}

function takeDottedBlock(scan: Scan, start: number, opened: number): number {
  const { text } = scan;
  const head = text.slice(start, opened);
  const end = endOfDeeper(text, /^[ \t]*/.exec(head)?.[0].length ?? 0, opened);
  scan.embed(head.trimStart().startsWith('style') ? 'CSS' : 'JavaScript', opened, end);
  return end;
}

const LINE = /([ \t]*)([^\r\n]?)[^\r\n]*/y;

function endOfDeeper(text: string, indent: number, from: number): number {
  LINE.lastIndex = from;
  LINE.test(text);
  let end = LINE.lastIndex;
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    LINE.lastIndex = at;
    const match = LINE.exec(text);
    if (match === null || (match[2] !== '' && (match[1] ?? '').length <= indent)) break;
    if (match[2] !== '') end = LINE.lastIndex;
  }
  return end;
}

// A line that ends with a comma goes on.
const CODE = /[^\r\n]*(?:,[ \t]*\r?\n[^\r\n]*){0,100}/y;

function takeCode(scan: Scan, opened: number, language: string): number {
  CODE.lastIndex = opened;
  CODE.test(scan.text);
  const end = Math.max(opened, CODE.lastIndex);
  scan.embed(language, opened, end);
  return end;
}

function takeFilter(scan: Scan, start: number, opened: number): number {
  const head = scan.text.slice(start, opened);
  const end = endOfDeeper(scan.text, /^[ \t]*/.exec(head)?.[0].length ?? 0, opened);
  scan.embed(/\w+/.exec(head)?.[0] ?? '', opened, end);
  return end;
}
