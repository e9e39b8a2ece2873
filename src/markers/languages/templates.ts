import { block, line, until } from '../lexer/patterns.ts';
import { nextLine } from '../lexer/delimited.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

function template(...rules: readonly Rule[]): Grammar {
  return { template: true, modes: { code: { rules } } };
}

function tagOf(open: string, close: string, language?: string): Rule {
  return { kind: 'code', open, take: (scan, _start, opened) => takeTag(scan, opened, { close, language }) };
}

const ERB = template(until('<%#', '%>', 'comment'), until('<%%', '%>', 'code'), tagOf('<%[-=]?=?', '%>', 'Ruby'));
const EJS = template(until('<%#', '%>', 'comment'), until('<%%', '%>', 'code'), tagOf('<%[-_=]?', '%>', 'JavaScript'));
const JSP = template(until('<%--', '--%>', 'comment'), tagOf('<%[@=!]?', '%>', 'Java'));
const EEX = template(
  until('<%!?--', '--%>', 'comment'),
  until('<%#', '%>', 'comment'),
  until('<%%', '%>', 'code'),
  tagOf('<%=?', '%>', 'Elixir'),
);
const ASPX = template(until('<%--', '--%>', 'comment'), tagOf('<%[@=:#]?', '%>', 'C#'));
const HANDLEBARS = template(
  until('\\{\\{~?!--', '--', 'comment'),
  until('\\{\\{~?!', '}}', 'comment'),
  until('\\{\\{\\{?', '}}', 'code'),
);
const braceTags: readonly Rule[] = [until('\\{\\{', '}}', 'code'), until('\\{%', '%}', 'code')];
const rawBlock: Rule = {
  kind: 'code',
  open: '\\{%-?\\s*(?:raw|verbatim)\\s*-?%\\}[^]*?\\{%-?\\s*end(?:raw|verbatim)\\s*-?%\\}',
};
const TWIG = template(until('\\{#', '#}', 'comment'), rawBlock, ...braceTags);
const commentTag: Rule = {
  kind: 'comment',
  open: '\\{%-?\\s*comment\\b[^%]{0,200}%\\}[^]*?(?:\\{%-?\\s*endcomment\\s*-?%\\}|(?![^]))',
};
const LIQUID = template(
  commentTag,
  line('(?<=\\{%-?\\s*)#(?=\\s)[^%\\r\\n]*(?=%)'.replace('[^%\\r\\n]*(?=%)', '')),
  rawBlock,
  ...braceTags,
);
const JINJA = template(until('\\{#', '#}', 'comment'), commentTag, rawBlock, ...braceTags);
const GO_TEMPLATE = template(until('\\{\\{-?[ \\t]*/\\*', '*/', 'comment'), until('\\{\\{', '}}', 'code'));
const BLADE = template(
  until('\\{\\{--', '--}}', 'comment'),
  tagOf('@php(?=\\s)', '@endphp', 'Hack'),
  tagOf('<\\?php', '?>', 'Hack'),
  until('\\{\\{|\\{!!', '}}', 'code'),
);
const SMARTY = template(until('\\{\\*', '*}', 'comment'));
const RAZOR = template(until('@\\*', '*@', 'comment'), {
  kind: 'code',
  open: '@(?:code|functions)?\\s*\\{',
  take: takeRazorCode,
});
const MAKO = template(
  line('^[ \\t]*##'),
  { kind: 'comment', open: '<%doc>[^]*?(?:</%doc>|(?![^]))' },
  tagOf('<%!?(?=\\s)', '%>', 'Python'),
  until('\\$\\{', '}', 'code'),
);
const VELOCITY = template(block('#*', '*#'), line('##'));
const FREEMARKER = template(until('<#--', '-->', 'comment'), until('\\[#--', '--]', 'comment'));

/** Templates by indentation: a comment holds the lines that are indented deeper. */
const deeper: Pick<Rule, 'kind' | 'take'> = { kind: 'comment', take: takeDeeper };
const PUG: Grammar = {
  modes: {
    code: {
      rules: [
        { ...deeper, open: '^[ \\t]*//-?' },
        { kind: 'code', open: '^[ \\t]*(?:script|style)\\b[^\\r\\n]*\\.[ \\t]*\\r?$', take: takeDottedBlock },
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
      ],
    },
  },
};
const SLIM: Grammar = { modes: { code: { rules: [{ ...deeper, open: '^[ \\t]*/' }] } } };
const SASS: Grammar = {
  modes: {
    code: { rules: [{ ...deeper, open: '^[ \\t]*(?://|/\\*)' }, line('(?<![:\\w"\'(])//'), block('/*', '*/')] },
  },
};

export const TEMPLATE_FAMILY: readonly Language[] = [
  { name: 'HTML+ERB', extensions: 'erb rhtml erb.deface', aliases: 'erb html-erb', grammar: ERB, host: 'HTML' },
  { name: 'EJS', extensions: 'ejs ect', aliases: 'embedded-js underscore lodash', grammar: EJS, host: 'HTML' },
  { name: 'Java Server Pages', extensions: 'jsp jspf tag gsp', aliases: 'jsp', grammar: JSP, host: 'HTML' },
  { name: 'HTML+EEX', extensions: 'eex leex heex', aliases: 'eex heex', grammar: EEX, host: 'HTML' },
  { name: 'ASP.NET', extensions: 'aspx ascx asax ashx asmx master', aliases: 'aspx', grammar: ASPX, host: 'HTML' },
  { name: 'Handlebars', extensions: 'hbs handlebars', aliases: 'hbs htmlbars', grammar: HANDLEBARS, host: 'HTML' },
  { name: 'Mustache', extensions: 'mustache', grammar: HANDLEBARS, host: 'HTML' },
  { name: 'Twig', extensions: 'twig', grammar: TWIG, host: 'HTML' },
  {
    name: 'Jinja',
    extensions: 'jinja jinja2 j2 njk nunjucks django tera askama',
    aliases: 'jinja2 nunjucks html-jinja htmldjango',
    grammar: JINJA,
    host: 'HTML',
  },
  { name: 'Liquid', extensions: 'liquid', grammar: LIQUID, host: 'HTML' },
  {
    name: 'Go Template',
    extensions: 'gohtml gotmpl tmpl tpl gotext html.tmpl',
    aliases: 'gotemplate gotmpl',
    grammar: GO_TEMPLATE,
    host: 'HTML',
  },
  { name: 'Blade', extensions: 'blade blade.php', grammar: BLADE, host: 'HTML' },
  { name: 'Smarty', extensions: 'smarty latte', aliases: 'latte', grammar: SMARTY, host: 'HTML' },
  { name: 'Razor', extensions: 'cshtml razor', aliases: 'cshtml', grammar: RAZOR, host: 'HTML' },
  { name: 'Mako', extensions: 'mako mao', grammar: MAKO, host: 'HTML' },
  { name: 'Velocity Template Language', extensions: 'vtl vm', aliases: 'velocity', grammar: VELOCITY, host: 'HTML' },
  { name: 'FreeMarker', extensions: 'ftlh ftlx', aliases: 'freemarker', grammar: FREEMARKER, host: 'HTML' },
  { name: 'Pug', extensions: 'pug jade', aliases: 'jade', grammar: PUG },
  { name: 'Haml', extensions: 'haml haml.deface hamlc', grammar: HAML },
  { name: 'Slim', extensions: 'slim', grammar: SLIM },
  { name: 'Sass', extensions: 'sass', grammar: SASS },
];

interface TagEnd {
  readonly close: string;
  readonly language: string | undefined;
}

function takeTag(scan: Scan, opened: number, { close, language }: TagEnd): number {
  const end = scan.text.indexOf(close, opened);
  const stop = end < 0 ? scan.text.length : end;
  if (language !== undefined) scan.embed(language, opened, stop);
  return end < 0 ? stop : end + close.length;
}

// After so many blocks without an end a text is no template of Razor.
const VAIN = 100;

function takeRazorCode(scan: Scan, _start: number, opened: number): number {
  const vain = scan.memory.get('unclosed') ?? 0;
  if (vain > VAIN) return -1;
  const bracket = /[{}]/g;
  let depth = 1;
  bracket.lastIndex = opened;
  while (depth > 0) {
    const match = bracket.exec(scan.text);
    if (match === null) {
      scan.memory.set('unclosed', vain + 1);
      return -1;
    }
    depth += match[0] === '{' ? 1 : -1;
  }
  scan.embed('C#', opened, bracket.lastIndex - 1);
  return bracket.lastIndex;
}

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
