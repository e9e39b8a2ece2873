import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { judgeRewrite } from '../../src/verdicts/judge-rewrite.ts';

function cook(...lines: readonly string[]): string {
  return ['function cook(soup) {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');
}

function judge(before: string, after: string): string {
  const at = before.indexOf('TODO');
  const line = before.slice(0, at).split('\n').length;
  const marker = { line, column: at - before.lastIndexOf('\n', at), endLine: line };
  return judgeRewrite({ before: buildSource('soup.js', before), marker, after: buildSource('soup.js', after) });
}

const TASTE = cook('heat(soup);', '// TODO: taste it', 'serve(soup, 1);', 'wash();');

const CASES: readonly (readonly [fact: string, before: string, after: string, extent: string])[] = [
  [
    'another call under the admission is a rewrite',
    TASTE,
    cook('heat(soup);', '// TODO: taste it', 'serve(taste(soup), 1);', 'wash();'),
    'logic',
  ],
  [
    'code that went from under the admission is a rewrite',
    TASTE,
    cook('heat(soup);', '// TODO: taste it', 'wash();'),
    'logic',
  ],
  [
    'a condition, a type or an entry more is none',
    cook('// TODO: taste it', 'if (soup.hot || soup.cold) {', '  wait();', '}'),
    cook('// TODO: taste it', 'if (soup.hot || soup.cold || isNaN(soup.heat)) {', '  wait();', '}'),
    'none',
  ],
  [
    'another statement in its place is a rewrite',
    TASTE,
    cook('heat(soup);', '// TODO: taste it', 'throw new Error("burnt");', 'wash();'),
    'logic',
  ],
  [
    'code put between the admission and its code is none',
    TASTE,
    cook('heat(soup);', '// TODO: taste it', 'salt(soup);', 'serve(soup, 1);', 'wash();'),
    'none',
  ],
  [
    'other quotes and line breaks are format',
    cook('// TODO: taste it', "serve('soup', 1);"),
    cook('// TODO: taste it', 'serve(', '  "soup",', '  1', ');'),
    'format',
  ],
  [
    'a renamed variable is a rename',
    cook('// TODO: taste it', 'serve(soup, 1);', 'keep(soup);'),
    cook('// TODO: taste it', 'serve(broth, 1);', 'keep(broth);').replace('cook(soup)', 'cook(broth)'),
    'rename',
  ],
  [
    'a new parameter of the definition below the admission is none',
    `// TODO: split\n${cook('heat(soup);', 'taste(soup);', 'serve(soup, 1);', 'wash();')}`,
    `// TODO: split\n${cook('heat(soup);', 'taste(soup);', 'serve(soup, 1);', 'wash();').replace('(soup) {', '(soup, salt) {')}`,
    'none',
  ],
  [
    'one line of a long statement is none',
    cook('// TODO: taste it', 'serve([', '  "a",', '  "b",', '  "c",', '  "d",', ']);'),
    cook('// TODO: taste it', 'serve([', '  "a",', '  "b",', '  "x",', '  "d",', ']);'),
    'none',
  ],
];

for (const [fact, before, after, extent] of CASES) test(fact, () => assert.equal(judge(before, after), extent));
