import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findScopes } from '../../../src/markers/scopes/find-scopes.ts';
import { hashText } from '../../../src/markers/scopes/hash.ts';
import { surroundingsOf } from '../../../src/markers/scopes/surroundings.ts';
import { sketch } from './sketch.ts';

const SOUP = 'function cook(soup) {\n  heat(soup);\n\n  // TODO: taste it\n  serve(soup); // hot\n}\n';

function around(text: string, line: number, column = 6) {
  const source = sketch('a.js', text);
  return surroundingsOf(source, findScopes(source), { line, column, endLine: line });
}

test('a marker knows the line above, the code it speaks of and the header of its definition', () => {
  assert.deepEqual(around(SOUP, 4), {
    enclosing: 'cook',
    around: {
      before: hashText('heat(soup);'),
      code: hashText('serve(soup);'),
      scope: hashText('function cook(soup) {'),
    },
  });
});

test('indentation and spacing change none of the hashes', () => {
  const wide = SOUP.replaceAll('  ', '      ').replace('heat', '  heat');
  assert.deepEqual(around(wide, 4, 10), around(SOUP, 4));
});

test('a marker alone in a text has nothing around it', () => {
  assert.deepEqual(around('// TODO: all', 1, 4), { enclosing: null, around: { before: 0, code: 0, scope: 0 } });
});

test('blank text alone hashes to 0, and a hash is an unsigned 32-bit number', () => {
  assert.equal(hashText(' \t\n'), 0);
  for (const text of ['a', 'soup', '} else {', 'é'.repeat(1000)]) {
    const hash = hashText(text);
    assert.ok(Number.isInteger(hash) && hash > 0 && hash < 2 ** 32, text);
  }
});

test('runs of white space count as one space, and a space is not nothing', () => {
  assert.equal(hashText(' a \t\n b '), hashText('a b'));
  assert.notEqual(hashText('a b'), hashText('ab'));
});
