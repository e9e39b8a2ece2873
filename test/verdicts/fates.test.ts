import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fate, Verdict } from '../../src/model/hack.ts';
import { ENDINGS, fateOf, type Life } from '../../src/verdicts/fates.ts';

const ALONE: Life = { rewrittenBefore: false, commitDoesMore: false };
const SWEPT: Verdict = {
  removal: 'comment-only',
  extent: 'none',
  nearMarker: 'unchanged',
  inDefinition: 'unchanged',
  confidence: 0.97,
};

const FACTS: readonly [fact: string, verdict: Partial<Verdict>, life: Partial<Life>, fate: Fate][] = [
  ['a comment gone from untouched code is swept', {}, {}, 'swept'],
  ['reformatted code is code as it was', { extent: 'format' }, {}, 'swept'],
  ['renamed code is code as it was', { extent: 'rename' }, {}, 'swept'],
  ['moved code is code as it was', { extent: 'moved' }, {}, 'swept'],
  ['a comment tidied after the code was rewritten is refactored', {}, { rewrittenBefore: true }, 'refactored'],
  ['a comment that goes while a caller or test changes is unclear', {}, { commitDoesMore: true }, 'unclear'],
  ['a comment that goes while its definition changes is unclear', { inDefinition: 'changed' }, {}, 'unclear'],
  ['a doubtful comment-only is unclear, never swept', { confidence: 0.5 }, {}, 'unclear'],
  ['changed code is refactored', { removal: 'code-changed', extent: 'logic' }, {}, 'refactored'],
  [
    'changed code in a commit that does more is refactored',
    { removal: 'code-changed', extent: 'logic' },
    { commitDoesMore: true },
    'refactored',
  ],
  ['a doubtful change is unclear', { removal: 'code-changed', extent: 'logic', confidence: 0.4 }, {}, 'unclear'],
  [
    'code-changed by format alone is judged like a comment gone alone',
    { removal: 'code-changed', extent: 'format' },
    {},
    'swept',
  ],
  ['deleted code is deleted', { removal: 'code-deleted', extent: 'logic' }, {}, 'deleted'],
  ['a deleted file is deleted', { removal: 'file-deleted', extent: 'logic' }, { rewrittenBefore: true }, 'deleted'],
];

for (const [fact, verdict, life, fate] of FACTS) {
  test(fact, () => {
    assert.equal(fateOf({ ...SWEPT, ...verdict }, { ...ALONE, ...life }), fate);
  });
}

test('only a comment that went alone is ever called swept', () => {
  const swept = Object.entries(ENDINGS).filter(([, fate]) => fate === 'swept');
  assert.deepEqual(
    swept.map(([ending]) => ending),
    ['comment-alone'],
  );
});
