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

test('a directive that goes with its marker is a sign that more was done; one that stays is not', () => {
  const before = 'a();\n// @ts-expect-error TODO\nheat(1);\n';
  assert.deepEqual(judge('a.ts', before, 'a();\nheat(1);\n').changedNames, ['@ts-expect-error']);
  assert.deepEqual(judge('a.ts', before, 'a();\n// @ts-expect-error\nheat(1);\n').changedNames, []);
});

test('a changed line with a name that the comment writes like code is told', () => {
  const before = 'function a() {\n  // TODO: use panOf()\n  heat(1);\n}\nfunction b() {\n  return 1;\n}\n';
  const after = 'function a() {\n  heat(1);\n}\nfunction b() {\n  return panOf();\n}\n';
  assert.deepEqual(judge('a.ts', before, after).changedNames, ['panOf']);
});
