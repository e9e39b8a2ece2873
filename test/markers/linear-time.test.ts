import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findMarkers } from '../../src/markers/find-markers.ts';
import { LANGUAGES } from '../../src/markers/languages/table.ts';

// What once took quadratic time, and what would where a rule looks back or ahead without bounds.
const HOSTILE: readonly (readonly [language: string, piece: string])[] = [
  ['Razor', '@{'],
  ['Tcl', '\t'],
  ['Batchfile', ' '],
  ['Python', '\n"'],
  ['C', '/* TODO: '],
  ['Lua', '-- TODO x\n'],
  ['Jupyter Notebook', '"cell_type": "code", "source": ["a"],'],
  ['JavaScript', '`${'],
  ['JavaScript', '/['],
  ['TSX', '<a '],
  ['YAML', 'a: |\n b\n'],
  ['Shell', '<<E\n'],
  ['Ruby', '<<E '],
  ['HTML', '<script>'],
  ['Markdown', '```js\n'],
  ['Haskell', '{-'],
  ['Literate Haskell', '--[['],
  ['Literate Haskell', '--'],
  ['HTML', '<a "" '],
  ['Rust', '/*'],
  ['PHP', '<?php '],
  ['Dart', '"${'],
  ['SQL', "'"],
  ['C#', '$'],
  ['Markdown', '// TODO: '],
  ['Markdown', 'one two three four\rTODO: x\r'],
];

function time(language: string, piece: string, length: number): number {
  const text = `${piece.repeat(length / piece.length)}\n// TODO: x`;
  const start = performance.now();
  findMarkers(text, 'x', { language });
  return performance.now() - start;
}

/** The best of several: something else may have kept the machine busy. */
function bestTime(language: string, piece: string, length: number): number {
  return Math.min(...Array.from({ length: 4 }, () => time(language, piece, length)));
}

for (const [language, piece] of HOSTILE) {
  test(`four times ${JSON.stringify(piece)} in ${language} takes no sixteen times as long`, () => {
    time(language, piece, 4000);
    const [once, most] = [bestTime(language, piece, 10_000), bestTime(language, piece, 40_000)];
    assert.ok(most < 9 * once + 100, `${once} ms, then ${most} ms`);
  });
}

test('every language cuts 4,500 openers of any kind in no time worth speaking of', () => {
  const pieces = ['(', '{', '"', "'", '`', '/*', '<', '{{', '#', '--', '\\', '\t', '\r', '<!--', '[['];
  const text = `${pieces.map((piece) => piece.repeat(300)).join('\n')}\nTODO: x`;
  for (const { name } of LANGUAGES) {
    const start = performance.now();
    findMarkers(text, 'x', { language: name });
    assert.ok(performance.now() - start < 2000, name);
  }
});

test('a line of 20 MB is cut like any other', () => {
  const text = `${'a(b, "c") '.repeat(2_000_000)} // TODO: x`;
  const [marker] = findMarkers(text, 'a.c');
  assert.deepEqual([marker?.line, marker?.column], [1, 20_000_005]);
});
