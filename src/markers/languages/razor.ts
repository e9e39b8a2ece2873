import { block, line, quoted, until } from '../lexer/patterns.ts';
import type { Grammar, Rule } from '../lexer/rule.ts';
import { CSHARP_MODES } from './c-family.ts';
import type { Language } from './language.ts';
import { raw } from './markup.ts';

const comment = until('@\\*', '*@', 'comment');
// What follows the end of a block and begins the next one.
const ENTER_NEXT = '\\}[ \\t\\r\\n]{0,200}(?:else|catch|finally|while)\\b[^\\r\\n{}]{0,500}\\{';

const braces = (mode: string): Rule[] => [
  { kind: 'code', open: '\\{', push: mode },
  { kind: 'code', open: ENTER_NEXT, pop: 1, push: mode },
  { kind: 'code', open: '\\}', pop: 1 },
];

/** Statements and elements: `//` is a comment where a statement may begin or has ended, not in a text. */
const STATEMENTS: readonly Rule[] = [
  comment,
  block('<!--', '-->'),
  raw,
  { kind: 'literal', open: '</?[A-Za-z](?:[^<>"\']|"[^"]*"|\'[^\']*\'){0,500}>' },
  line('//(?<=(?:^|[;{})])[ \\t]*//)'),
  block('/*', '*/'),
  quoted('"'),
  ...braces('statements'),
];

/** HTML with stretches of C#. */
const RAZOR: Grammar = {
  template: true,
  modes: {
    code: {
      rules: [
        comment,
        { kind: 'code', open: '@(?:code|functions)\\s*\\{', push: 'members' },
        { kind: 'code', open: '@\\{', push: 'statements' },
        {
          kind: 'code',
          open: '@(?:if|for|foreach|while|do|switch|using|lock|try)\\b[^\\r\\n{}]{0,500}(?:\\r?\\n[ \\t]*)?\\{',
          push: 'statements',
        },
      ],
    },
    ...CSHARP_MODES,
    statements: { rules: STATEMENTS },
    members: { rules: [comment, ...CSHARP_MODES.braces.rules] },
  },
};

export const RAZOR_FAMILY: readonly Language[] = [
  { name: 'Razor', extensions: 'cshtml razor', aliases: 'cshtml', grammar: RAZOR, host: 'HTML' },
];
