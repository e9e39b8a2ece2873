import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { findChangedNames, findRelatedNames } from '../../src/verdicts/related.ts';

const SOUP = buildSource(
  'soup.js',
  'function cook(soup) {\n  // TODO: use stir_slowly or panOf()\n  serveGuests(soup);\n}\n',
);
const PLACE = { line: 2, column: 6, endLine: 2 };

test('a marker is tied to its definition, to what its code calls and to what its comment names like code', () => {
  assert.deepEqual(findRelatedNames(SOUP, PLACE), ['cook', 'panOf', 'serveGuests', 'stir_slowly']);
});

test('a changed caller in another file is seen', () => {
  const before = buildSource('soup.test.js', 'test(() => {\n  cook(1);\n});\n');
  const after = buildSource('soup.test.js', 'test(() => {\n  cook(2);\n});\n');
  assert.deepEqual(findChangedNames(before, after, ['cook', 'serveGuests']), ['cook']);
});

test('a file that comes or goes counts with all its lines', () => {
  const file = buildSource('stir.js', 'export function stir_slowly() {\n}\n');
  assert.deepEqual(findChangedNames(null, file, ['stir_slowly']), ['stir_slowly']);
  assert.deepEqual(findChangedNames(file, null, ['stir_slowly']), ['stir_slowly']);
});

test('names in comments and in unchanged lines are no change', () => {
  const before = buildSource('a.js', 'cook();\n// cook\nrest();\n');
  const after = buildSource('a.js', 'cook();\n// cook it\nrest(1);\n');
  assert.deepEqual(findChangedNames(before, after, ['cook']), []);
});
