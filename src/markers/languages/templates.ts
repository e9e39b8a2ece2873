import { block, line, until } from '../lexer/patterns.ts';
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
  { kind: 'comment', open: '\\{%-?\\s*#[^]*?(?:%\\}|(?![^]))' },
  tagOf('\\{%-?\\s*liquid\\b', '%}', 'sed'),
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
const MAKO = template(
  line('^[ \\t]*##'),
  { kind: 'comment', open: '<%doc>[^]*?(?:</%doc>|(?![^]))' },
  tagOf('<%!?(?=\\s)', '%>', 'Python'),
  until('\\$\\{', '}', 'code'),
);
const VELOCITY = template(block('#*', '*#'), line('##'));
const FREEMARKER = template(until('<#--', '-->', 'comment'), until('\\[#--', '--]', 'comment'));

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
  { name: 'Mako', extensions: 'mako mao', grammar: MAKO, host: 'HTML' },
  { name: 'Velocity Template Language', extensions: 'vtl vm', aliases: 'velocity', grammar: VELOCITY, host: 'HTML' },
  { name: 'FreeMarker', extensions: 'ftlh ftlx', aliases: 'freemarker', grammar: FREEMARKER, host: 'HTML' },
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
