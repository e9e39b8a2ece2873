import { heredoc } from '../lexer/delimited.ts';
import { block, quotedLines } from '../lexer/patterns.ts';
import type { Grammar, Rule } from '../lexer/rule.ts';
import type { Language } from './language.ts';

const PHP_RULES: readonly Rule[] = [
  // A line comment ends before `?>`; `#[` begins an attribute.
  { kind: 'comment', open: '(?://|#(?!\\[))(?:(?!\\?>)[^\\r\\n])*' },
  block('/*', '*/'),
  quotedLines('"'),
  quotedLines("'"),
  quotedLines('`'),
  heredoc('<<<[ \\t]*(?:[A-Za-z_]\\w*|"\\w{1,80}"|\'\\w{1,80}\')(?=[ \\t]*\\r?$)', (word) => `^[ \\t]*${word}\\b`),
];

/** HTML with stretches of code. */
const PHP: Grammar = {
  template: true,
  ignoreCase: true,
  modes: {
    code: { rules: [{ kind: 'code', open: '<\\?(?:php\\b|=|(?![a-z]))', push: 'php' }] },
    php: { rules: [...PHP_RULES, { kind: 'code', open: '\\?>', pop: 1 }] },
  },
};

/** Code without its opening tag, as in fenced code. */
const HACK: Grammar = { modes: { code: { rules: PHP_RULES } } };

export const PHP_FAMILY: readonly Language[] = [
  {
    name: 'PHP',
    extensions: 'php php3 php4 php5 php7 phps phtml phpt ctp aw inc module install theme engine profile',
    files: '.php_cs .php-cs-fixer.dist.php artisan',
    interpreters: 'php',
    aliases: 'html+php',
    grammar: PHP,
    host: 'HTML',
  },
  { name: 'Hack', extensions: 'hack hhi', aliases: 'php-fragment', grammar: HACK },
];
