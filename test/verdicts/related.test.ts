import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { findRelatedNames } from '../../src/verdicts/related.ts';

const SOUP = buildSource(
  'soup.js',
  'function cook(soup) {\n  // TODO: use stir_slowly or panOf()\n  serveGuests(soup);\n}\n',
);
const PLACE = { line: 2, column: 6, endLine: 2 };

test('a marker is tied to its definition, to what its code calls and to what its comment names like code', () => {
  assert.deepEqual(findRelatedNames(SOUP, PLACE), ['cook', 'panOf', 'serveGuests', 'stir_slowly']);
});

test('a class that a comment names in the plural is tied to it, and the class around it if its name has two words', () => {
  const source = buildSource('Pan.java', 'class HotPan {\n  // TODO why two SoupPots?\n  int salt;\n}\n');
  assert.deepEqual(findRelatedNames(source, { line: 2, column: 6, endLine: 2 }), ['HotPan', 'SoupPot', 'SoupPots']);
});
