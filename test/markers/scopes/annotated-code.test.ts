import assert from 'node:assert/strict';
import { test } from 'node:test';
import { annotatedCode } from '../../../src/markers/scopes/annotated-code.ts';
import type { SourceText } from '../../../src/markers/scopes/source-text.ts';
import { sketch } from './sketch.ts';

function annotated(source: SourceText): string | undefined {
  const code = annotatedCode(source, markerIn(source));
  return code === undefined ? undefined : `${code.startLine}-${code.endLine} ${code.text.replaceAll(/\s+/g, ' ')}`;
}

function markerIn(source: SourceText): { line: number; column: number; endLine: number } {
  const at = source.text.indexOf('TODO');
  const line = source.text.slice(0, at).split('\n').length;
  return { line, column: at - source.text.lastIndexOf('\n', at), endLine: line };
}

const FACTS: readonly [fact: string, path: string, text: string, code: string | undefined][] = [
  ['a marker that trails code speaks of its own line', 'a.js', 'cook();\neat(); // TODO hot\nwash();', '2-2 eat();'],
  ['a marker on its own line speaks of the next statement', 'a.js', '// TODO hot\neat();\nwash();', '2-2 eat();'],
  ['further comments and blank lines are skipped', 'a.js', '/* TODO\n hot */\n\n// more\neat();', '5-5 eat();'],
  ['a block is spoken of by its header', 'a.js', '// TODO hot\nif (hungry) {\n  eat();\n}', '2-2 if (hungry) {'],
  [
    'a statement over several lines counts whole',
    'a.js',
    '// TODO hot\neat(\n  soup,\n  "(",\n);\nwash();',
    '2-5 eat( soup, "(", );',
  ],
  ['a chain of calls counts whole', 'a.js', '// TODO\nsoup\n  .heat()\n  .eat();\nwash();', '2-4 soup .heat() .eat();'],
  ['an annotation belongs to what it annotates', 'A.java', '// TODO\n@Test\nvoid eat() {\n}', '2-3 @Test void eat() {'],
  [
    'a marker at the end of its block speaks of no code',
    'a.js',
    'if (a) {\n  eat();\n  // TODO wash\n}\nrest();',
    undefined,
  ],
  [
    'a marker at the end of a Python block speaks of no code',
    'a.py',
    'def a():\n  eat()\n  # TODO wash\n\nrest()',
    undefined,
  ],
  ['a marker at the end of the text speaks of no code', 'a.js', 'eat();\n// TODO wash\n', undefined],
  ['a brace alone is no code that a marker trails', 'a.js', 'if (a)\n{ // TODO hot\n  eat();\n}', '3-3 eat();'],
  ['code after a comment on its line is what it speaks of', 'a.js', '/* TODO hot */ eat();\nwash();', '1-1 eat();'],
  [
    'a comment in JSX speaks of the element after it',
    'a.tsx',
    '<p>\n  {/* TODO hot */}\n  <Soup />\n</p>',
    '3-3 <Soup />',
  ],
  [
    'a comment alone between the braces of a block speaks of no code',
    'a.js',
    'if (a) {\n  // TODO hot\n}\nwash();',
    undefined,
  ],
  ['a marker outside comments speaks of its own line', 'a.md', 'Soup\nTODO: heat it\nEnd', '2-2 TODO: heat it'],
];

for (const [fact, path, text, code] of FACTS) {
  test(fact, () => {
    assert.equal(annotated(sketch(path, text)), code);
  });
}
