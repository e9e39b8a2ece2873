import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { isReplacedByComment } from '../../src/verdicts/replacement.ts';

const MARKER = { line: 3, column: 6, endLine: 3 };

function isReplaced(before: string, after: string): boolean {
  return isReplacedByComment(buildSource('pot.ts', before), MARKER, buildSource('pot.ts', after));
}

test('a comment that answers a TODO in an empty block stands in its place', () => {
  const before = 'try {\n} catch (error) {\n  // TODO\n}\n';
  assert.equal(isReplaced(before, before.replace('TODO', 'A pot may be missing.')), true);
});

test('a comment put above the same code stands in its place', () => {
  const before = 'function stir() {\n  let salt = 1;\n  // TODO Taste first\n  pour(salt);\n}\n';
  assert.equal(isReplaced(before, before.replace('TODO Taste first', 'Tasted by the cook.')), true);
});

test('a comment gone without another in its place is not replaced, whatever is said elsewhere', () => {
  const before = 'function stir() {\n  let salt = 1;\n  // TODO Taste first\n  pour(salt);\n}\n';
  const after = `${before.replace('  // TODO Taste first\n', '')}// The end\nserve();\n`;
  assert.equal(isReplaced(before, after), false);
});
