import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { takesDeadCode } from '../../src/verdicts/dead-code.ts';

function takes(comment: string, left = ''): boolean {
  const before = `heat(soup);\n${comment}serve(soup);\n`;
  const line = before.slice(0, before.indexOf('TODO')).split('\n').length;
  const column = (before.split('\n')[line - 1] ?? '').indexOf('TODO') + 1;
  const marker = { line, column, endLine: line };
  const after = `heat(soup);\n${left}serve(soup);\n`;
  return takesDeadCode(buildSource('soup.js', before), marker, buildSource('soup.js', after));
}

const FACTS: readonly [fact: string, comment: string, takesIt: boolean][] = [
  ['a marker above commented-out code takes it along', '// TODO bring back\n// taste(soup);\n', true],
  ['a marker inside of commented-out code takes it along', '// if (hot) {\n//   wait(); // TODO why?\n// }\n', true],
  ['a marker with a block of commented-out code takes it along', '/* TODO\nlet salt = 1;\n*/\n', true],
  ['code in front of a marker is alive', 'pot.lid = null; // TODO does this help?\n', false],
  ['prose around a marker is no code', '// The cook likes it hot (very).\n// TODO taste it; then salt it\n', false],
  [
    'an example in documentation is no code',
    '/**\n * TODO taste it\n * @param {Soup} soup\n * taste(soup);\n */\n',
    false,
  ],
];

for (const [fact, comment, takesIt] of FACTS) test(fact, () => assert.equal(takes(comment), takesIt));

test('commented-out code that stays is not taken along', () => {
  assert.equal(takes('// TODO bring back\n// taste(soup);\n', '// taste(soup);\n'), false);
});
