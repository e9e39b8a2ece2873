import { endOfDelimited, heredoc } from '../lexer/delimited.ts';
import { interpolated, line, quotedLines } from '../lexer/patterns.ts';
import { codeBefore, isOperandDue, SCRIPT_WORDS } from '../lexer/position.ts';
import type { Grammar, Rule, Scan } from '../lexer/rule.ts';
import type { Language } from './language.ts';

const RUBY_RULES: readonly Rule[] = [
  { kind: 'comment', open: '^=begin\\b(?:(?!^=end\\b)[^]){0,500000}(?:^=end\\b[^\\r\\n]*)?' },
  { kind: 'literal', open: '^__END__[ \\t]*\\r?$', take: ({ text }) => text.length },
  // A character: ?# or ?"
  { kind: 'literal', open: '(?<![\\w)\\]}])\\?["\'#`/](?!\\w)' },
  line('#'),
  { kind: 'code', open: '\\$["\'`/;](?<=(?:^|[\\s(,=+.&|!\\[])\\$[^])' },
  { kind: 'literal', open: '"[^"\\\\#]*"' },
  { kind: 'literal', open: '"', push: 'string' },
  quotedLines("'"),
  { kind: 'literal', open: '`[^`\\\\#]*`' },
  { kind: 'literal', open: '`', push: 'command' },
  heredoc('<<[~-]?(?:[A-Z_]\\w*|"[^"\\r\\n]{1,80}"|\\x27[^\\x27\\r\\n]{1,80}\\x27)', (word) => `^[ \\t]*${word}\\r?$`),
  { kind: 'literal', open: '%[qQwWiIrsx]?[^\\w\\s=)]', take: takePercent, looksBack: true },
  { kind: 'literal', open: '/', take: takeRegex, looksBack: true },
];

const RUBY: Grammar = {
  modes: {
    code: { rules: RUBY_RULES },
    string: interpolated({ open: '"', close: '"', code: '#\\{', brackets: 'braces' }),
    command: interpolated({ open: '`', close: '`', code: '#\\{', brackets: 'braces' }),
  },
};

const POD: Rule = {
  kind: 'comment',
  open: '^=[a-zA-Z]\\w*(?:(?!^=cut\\b)[^]){0,500000}(?:^=cut\\b[^\\r\\n]*)?',
};
const PERL_RULES: readonly Rule[] = [
  POD,
  { kind: 'literal', open: '^__(?:END|DATA)__[ \\t]*\\r?$', push: 'data' },
  { kind: 'code', open: '\\$[#"\'`/;&]' },
  line('#'),
  heredoc(
    '<<~?(?:[A-Z_]\\w*|"[^"\\r\\n]{1,80}"|\'[^\'\\r\\n]{1,80}\')',
    (word, opener) => `^${opener[2] === '~' ? '[ \\t]*' : ''}${word}\\r?$`,
  ),
  {
    kind: 'literal',
    open: '(?<![$@%&\\w>{-]|->)(?:q[qwxr]?|m|s|tr|y)(?:[ \\t]*[{(\\[<]|[/!|,~^%+;"\'#:@])(?![ \\t]*=>)',
    take: takePerlQuote,
    looksBack: true,
  },
  quotedLines('"'),
  { kind: 'literal', open: "(?<!\\w)'[^'\\\\]*(?:\\\\[^][^'\\\\]*){0,500000}'?" },
  quotedLines('`'),
  { kind: 'literal', open: '/', take: takeRegex, looksBack: true },
];

// Behind the end of the code, documentation may still stand.
const PERL: Grammar = { modes: { code: { rules: PERL_RULES }, data: { literal: true, rules: [POD] } } };

export const SCRIPT_FAMILY: readonly Language[] = [
  {
    name: 'Ruby',
    extensions:
      'rb rbw rbx rake gemspec ru podspec thor jbuilder builder god mspec prawn rabl rbi rbs watchr eye axlsx cr',
    files:
      'rakefile gemfile vagrantfile podfile fastfile appfile matchfile capfile guardfile brewfile berksfile thorfile puppetfile dangerfile snapfile deliverfile scanfile appraisals buildfile jarfile mavenfile .irbrc .pryrc .simplecov',
    interpreters: 'ruby jruby rake rbx macruby crystal',
    aliases: 'rb crystal jruby',
    grammar: RUBY,
  },
  {
    name: 'Perl',
    extensions: 'pl pm t al cgi fcgi perl ph plx psgi pod raku rakumod rakutest p6 pm6',
    files: 'cpanfile makefile.pl rexfile ack .latexmkrc latexmkrc',
    interpreters: 'perl cperl raku perl6',
    aliases: 'raku cperl',
    grammar: PERL,
  },
];

const RUBY_REGEX = /\/(?:[^\\/\r\n[]|\\[^]|\[(?:[^\\\]\r\n]|\\[^\r\n]){0,500}\]){0,2000}\/[a-z]{0,6}/y;

function takeRegex(scan: Scan, start: number): number {
  RUBY_REGEX.lastIndex = start;
  if (!isOperandDue(scan, start, SCRIPT_WORDS) && !isArgument(scan.text, start)) return -1;
  return RUBY_REGEX.test(scan.text) ? RUBY_REGEX.lastIndex : -1;
}

// `expect /text/`: a space before, none behind.
function isArgument(text: string, start: number): boolean {
  return /[a-z_][ \t]$/.test(text.slice(Math.max(0, start - 2), start)) && !/[\s=]/.test(text.charAt(start + 1));
}

function takePercent(scan: Scan, start: number, opened: number): number {
  const spaced = /\s/.test(scan.text.charAt(start - 1)) && opened - start > 1;
  return isOperandDue(scan, start, SCRIPT_WORDS) || spaced ? endOfDelimited(scan, opened - 1) : -1;
}

function takePerlQuote(scan: Scan, start: number, opened: number): number {
  const { text } = scan;
  const last = codeBefore(scan, start);
  // A sub or a hash key may have these names.
  if (text.charAt(last) === '{' && /^\w+\s*\}/.test(text.slice(start, start + 8))) return -1;
  if (/\bsub$/.test(text.slice(Math.max(0, last - 3), last + 1))) return -1;
  const first = endOfDelimited(scan, opened - 1);
  if (first < 0 || !/^(?:s|tr|y)[^\w]/.test(text.slice(start, start + 3))) return first;
  const delimiter = text.charAt(opened - 1);
  if (!'{([<'.includes(delimiter)) return endOfDelimited(scan, first - 1);
  const second = first + (/^\s*/.exec(text.slice(first, first + 200))?.[0].length ?? 0);
  return endOfDelimited(scan, second);
}
