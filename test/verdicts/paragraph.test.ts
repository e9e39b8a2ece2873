import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { isParagraphRewritten } from '../../src/verdicts/paragraph.ts';

const OLD = '// TODO name these\nset("a", 1);\nset("b", 2);\nset("c", 3);\n\ndone();\n';
const MARKER = { line: 1, column: 4, endLine: 1 };

function isRewritten(newer: string): boolean {
  return isParagraphRewritten(buildSource('soup.js', OLD), MARKER, buildSource('soup.js', newer));
}

test('a comment above a run of statements speaks of all of them', () => {
  assert.equal(isRewritten(OLD.replace('2', 'B').replace('3', 'C')), true);
  assert.equal(isRewritten(OLD), false);
});

test('it does not speak of what follows a blank line, nor of where it all stands', () => {
  assert.equal(isRewritten(OLD.replace('done()', 'serve(all)')), false);
  assert.equal(isRewritten(`start();\n${OLD}`), false);
});
