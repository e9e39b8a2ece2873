import { block, line, quoted } from '../lexer/patterns.ts';
import type { Grammar, Rule } from '../lexer/rule.ts';
import type { Language } from './language.ts';

const address: Rule = { kind: 'literal', open: '\\burl\\([ \\t]*[^"\'()\\s]*' };
const strings: readonly Rule[] = [quoted('"'), quoted("'"), address];

const CSS: Grammar = { modes: { code: { rules: [block('/*', '*/'), ...strings] } } };

const SCSS: Grammar = { modes: { code: { rules: [line('(?<![:\\w])//'), block('/*', '*/'), ...strings] } } };

export const STYLE_FAMILY: readonly Language[] = [
  { name: 'CSS', extensions: 'css wxss pcss postcss acss tss', aliases: 'postcss', grammar: CSS },
  { name: 'SCSS', extensions: 'scss', grammar: SCSS },
  { name: 'Less', extensions: 'less', grammar: SCSS },
  { name: 'Stylus', extensions: 'styl stylus', grammar: SCSS },
];
