import { block, line, quoted, until } from '../lexer/patterns.ts';
import { nextLine } from '../lexer/delimited.ts';
import type { Rule, Scan } from '../lexer/rule.ts';
import { grammarOf } from './braces.ts';
import type { Language } from './language.ts';

const TEX = grammarOf(
  {
    kind: 'code',
    open: '\\\\(?:[%\\\\]|(?:verb\\*?|lstinline|mintinline\\{\\w{1,20}\\})(?:\\|[^|\\r\\n]*\\||![^!\\r\\n]*!|\\+[^+\\r\\n]*\\+))',
  },
  { kind: 'comment', open: '\\\\begin\\{comment\\}[^]*?(?:\\\\end\\{comment\\}|(?![^]))' },
  { kind: 'literal', open: '\\\\begin\\{(?:verbatim|lstlisting|minted|Verbatim)\\*?\\}', take: takeVerbatim },
  line('%'),
);

const codeBlock: Rule = {
  kind: 'code',
  open: '^[ \\t]*\\.\\.[ \\t]+(?:code-block|code|sourcecode)::[ \\t]*[\\w+#-]+[ \\t]*\\r?$',
  take: takeCodeBlock,
};
const RST = grammarOf(codeBlock, {
  kind: 'comment',
  open: '^[ \\t]*\\.\\.(?=[ \\t]*\\r?$|[ \\t]+(?!\\[|_|\\|[^|\\r\\n]+\\|[ \\t]|[\\w:+.-]+::))',
  take: takeIndented,
});

const ASCIIDOC = grammarOf(
  { kind: 'comment', open: '^////+[ \\t]*\\r?$', take: takeAsciiDocBlock },
  {
    kind: 'code',
    open: '^\\[source,[ \\t]*[\\w+#-]+[^\\]\\r\\n]*\\][ \\t]*\\r?\\n----+[ \\t]*\\r?$',
    take: takeAsciiDocSource,
  },
  { kind: 'literal', open: '^(?:----|\\.\\.\\.\\.)[ \\t]*\\r?$', take: takeAsciiDocBlock },
  line('^//(?!/)'),
);

const ORG = grammarOf(
  {
    kind: 'comment',
    open: '^[ \\t]*#\\+(?:begin_comment|BEGIN_COMMENT)\\b[^]*?(?:^[ \\t]*#\\+(?:end_comment|END_COMMENT)\\b|(?![^]))',
  },
  { kind: 'code', open: '^[ \\t]*#\\+(?:begin_src|BEGIN_SRC)[ \\t]+[^\\r\\n]*', take: takeOrgSource },
  {
    kind: 'literal',
    open: '^[ \\t]*#\\+(?:begin_example|BEGIN_EXAMPLE)\\b[^]*?(?:^[ \\t]*#\\+(?:end_example|END_EXAMPLE)\\b|(?![^]))',
  },
  line('^[ \\t]*#(?=\\s)'),
);

export const DOCUMENT_FAMILY: readonly Language[] = [
  {
    name: 'TeX',
    extensions: 'tex sty cls ltx latex dtx ins aux bbx cbx lbx mkii mkiv mkvi toc tikz pgf',
    aliases: 'latex context',
    grammar: TEX,
  },
  {
    name: 'BibTeX',
    extensions: 'bib bibtex bst',
    grammar: grammarOf({ kind: 'code', open: '\\\\%' }, line('%'), {
      kind: 'comment',
      open: '@[cC][oO][mM][mM][eE][nN][tT][ \\t]*\\{',
      take: takeBraces,
    }),
  },
  { name: 'reStructuredText', extensions: 'rst rest rest.txt rst.txt', aliases: 'rst', prose: true, grammar: RST },
  { name: 'AsciiDoc', extensions: 'adoc asciidoc asc', prose: true, grammar: ASCIIDOC },
  { name: 'Org', extensions: 'org org_archive', prose: true, grammar: ORG },
  {
    name: 'Text',
    extensions: 'txt text',
    files: 'todo readme todo.txt changelog changes news authors contributing license copying install',
    aliases: 'plain plaintext',
    prose: true,
    grammar: grammarOf(),
  },
  {
    name: 'Textile',
    extensions: 'textile wiki mediawiki rdoc',
    aliases: 'mediawiki wikitext',
    prose: true,
    grammar: grammarOf(block('<!--', '-->'), line('^###\\.')),
  },
  {
    name: 'Typst',
    extensions: 'typ',
    grammar: grammarOf(
      { kind: 'code', open: '\\\\[^]|https?:[^\\s)\\]]*' },
      line('//'),
      block('/*', '*/'),
      quoted('"'),
      { kind: 'literal', open: '```[^]*?```|`[^`]*`' },
    ),
  },
  {
    name: 'Roff',
    extensions: 'roff man mdoc me ms tmac 1 2 3 4 5 6 7 8 9 1in 3in',
    aliases: 'man troff groff',
    grammar: grammarOf(line('^[.\'][ \\t]*\\\\"'), line('\\\\["#]')),
  },
  { name: 'PO', extensions: 'po pot', aliases: 'gettext', grammar: grammarOf(line('^#(?![,~|:])'), quoted('"')) },
  { name: 'Texinfo', extensions: 'texinfo texi txi', grammar: grammarOf(line('@c(?:omment)?(?=\\s)')) },
  { name: 'Fluent', extensions: 'ftl', grammar: grammarOf(line('^#{1,3}(?=\\s)')) },
  { name: 'Mermaid', extensions: 'mmd mermaid', grammar: grammarOf(line('%%(?!\\{)')) },
  {
    name: 'PlantUML',
    extensions: 'puml plantuml iuml',
    grammar: grammarOf({ kind: 'comment', open: "/'[^]*?(?:'/|(?![^]))" }, line("^[ \\t]*'")),
  },
  {
    name: 'Graphviz (DOT)',
    extensions: 'dot gv',
    aliases: 'dot graphviz',
    grammar: grammarOf(line('//'), block('/*', '*/'), line('^#'), quoted('"')),
  },
  { name: 'DTD', extensions: 'dtd ent', grammar: grammarOf(block('<!--', '-->')) },
  {
    name: 'INI',
    extensions: 'ini inf prefs pro.user editorconfig lektorproject buildkite reg directory',
    files: '.editorconfig .gitconfig gitconfig .flake8 .pylintrc setup.cfg tox.ini .coveragerc',
    aliases: 'dosini',
    grammar: grammarOf(line('^[ \\t]*[;#]'), line('(?<=\\s);(?=\\s)')),
  },
  {
    name: 'Java Properties',
    extensions: 'properties',
    aliases: 'properties',
    // A line that carries on the one above is no comment.
    grammar: grammarOf({ kind: 'code', open: '\\\\(?:(?:\\r\\n|\\r|\\n)[ \\t]*[#!]?|[^])' }, line('^[ \\t]*[#!]')),
  },
  { name: 'Beancount', extensions: 'beancount ledger journal', grammar: grammarOf(line(';'), until('"', '"')) },
];

function takeVerbatim({ text }: Scan, start: number, opened: number): number {
  const close = text.slice(start, opened).replace('begin', 'end');
  const end = text.indexOf(close, opened);
  return end < 0 ? -1 : end + close.length;
}

function takeCodeBlock(scan: Scan, start: number, opened: number): number {
  const name = /[\w+#-]+(?=\s*$)/.exec(scan.text.slice(start, opened))?.[0] ?? '';
  const end = takeIndented(scan, start, opened);
  scan.embed(name, Math.min(nextLine(scan.text, opened), end), end);
  return end;
}

// A comment goes on as long as lines are indented deeper than its two dots.
function takeIndented({ text }: Scan, start: number, opened: number): number {
  const indent = /^[ \t]*/.exec(text.slice(start, opened))?.[0].length ?? 0;
  const lines = /([ \t]*)([^\r\n]?)[^\r\n]*/y;
  let end = lineEnd(text, opened);
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    lines.lastIndex = at;
    const match = lines.exec(text);
    if (match === null || (match[2] !== '' && (match[1] ?? '').length <= indent)) break;
    if (match[2] !== '') end = lines.lastIndex;
  }
  return end;
}

/** `@comment{…}`, with braces in it. */
function takeBraces({ text }: Scan, _start: number, opened: number): number {
  const brace = /[{}]/g;
  let depth = 1;
  brace.lastIndex = opened;
  for (let match = brace.exec(text); match !== null; match = brace.exec(text)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) return brace.lastIndex;
  }
  return opened;
}

function lineEnd(text: string, at: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = at;
  return end.exec(text)?.index ?? text.length;
}

function takeAsciiDocBlock({ text }: Scan, start: number, opened: number): number {
  const mark = text.slice(start, Math.min(opened, start + 100)).trimEnd();
  const close = new RegExp(`^${mark.replace(/[.]/g, '\\.')}[ \\t]*\\r?$`, 'gm');
  close.lastIndex = opened + 1;
  return close.test(text) ? close.lastIndex : text.length;
}

function takeAsciiDocSource(scan: Scan, start: number, opened: number): number {
  const head = scan.text.slice(start, opened);
  const end = takeAsciiDocBlock(scan, start + head.lastIndexOf('\n') + 1, opened);
  const from = nextLine(scan.text, opened);
  const to = Math.max(from, scan.text.lastIndexOf('\n', end - 1) + 1);
  scan.embed(/source,[ \t]*([\w+#-]+)/.exec(head)?.[1] ?? '', from, to);
  return end;
}

function takeOrgSource(scan: Scan, start: number, opened: number): number {
  const name = /begin_src[ \t]+(\S+)/i.exec(scan.text.slice(start, opened))?.[1] ?? '';
  const close = /^[ \t]*#\+end_src\b/gim;
  close.lastIndex = opened;
  const end = close.exec(scan.text)?.index ?? scan.text.length;
  const from = Math.min(nextLine(scan.text, opened), end);
  scan.embed(name, from, end);
  return end;
}
