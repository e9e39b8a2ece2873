import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSource } from '../../src/markers/scopes/source-text.ts';
import { judgeRemoval } from '../../src/verdicts/judge-removal.ts';
import { CASES } from './cases.ts';

function judge(path: string, before: string, after: string | null) {
  const at = before.indexOf('TODO');
  const line = before.slice(0, at).split('\n').length;
  const marker = { line, column: at - before.lastIndexOf('\n', at), endLine: line };
  return judgeRemoval({
    before: buildSource(path, before),
    marker,
    after: after === null ? null : buildSource(path, after),
  });
}

for (const { fact, path, before, after, verdict } of CASES) {
  test(fact, () => {
    const { removal, extent, nearMarker, inDefinition } = judge(path ?? 'soup.js', before, after);
    assert.equal([removal, extent, nearMarker, inDefinition].join(' '), verdict);
  });
}

test('a proof shows the lines that went, came and stayed with their numbers', () => {
  const { proof } = judge('a.js', 'a();\n// TODO hot\nheat(1);\nb();\n', 'a();\nheat(2);\nb();\n');
  assert.deepEqual(
    proof.map(({ sign, before, after, text }) => `${sign}|${before ?? ''}|${after ?? ''}|${text}`),
    [' |1|1|a();', '-|2||// TODO hot', '-|3||heat(1);', '+||2|heat(2);', ' |4|3|b();', ' |5|4|'],
  );
});

test('the proof of a deleted file shows what stood around the marker', () => {
  const { proof, confidence } = judge('a.js', 'a();\n// TODO hot\nheat(1);\n', null);
  assert.ok(proof.every((line) => line.sign === '-' && line.after === null));
  assert.ok(proof.some((line) => line.text === '// TODO hot'));
  assert.equal(confidence, 1);
});

test('every confidence lies between 0 and 1', () => {
  for (const { path, before, after } of CASES) {
    const { confidence } = judge(path ?? 'soup.js', before, after);
    assert.ok(confidence > 0 && confidence <= 1);
  }
});
