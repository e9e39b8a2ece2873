import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankHacks } from '../../src/insights/agenda/rank.ts';
import type { AgendaFacts, AgendaItem } from '../../src/model/agenda.ts';
import { openHack } from '../report/sample-hacks.ts';

const FACTS: AgendaFacts = {
  files: 1,
  isTested: null,
  isUsed: null,
  unused: null,
  people: null,
  ask: null,
  byAgent: false,
};

function judge(text: string): AgendaItem {
  const hack = openHack('1', { text, touches: 0, stale: false });
  return rankHacks([{ hack, facts: FACTS, decided: null }])[0] ?? assert.fail();
}

const QUESTIONS: readonly (readonly [
  text: string,
  question: AgendaItem['question'],
  suggested: AgendaItem['suggested'],
])[] = [
  ["don't do this, talk to MySQL", 'ship', 'change'],
  ['hardcoded password', 'ship', 'change'],
  ['this is actually incorrect', 'ship', 'change'],
  ['the pager does not work on phones', 'ship', 'change'],
  ['add an index on plays', 'queries', 'change'],
  ['N+1 again', 'queries', 'change'],
  ['fake numbers for the demo', 'delete', 'delete'],
  ['remove in version 6', 'delete', 'delete'],
  ['drop this when the API is there', 'delete', 'delete'],
  ['good enough for now', 'refactor', 'refactor'],
  ['no tests yet', 'test', 'change'],
  ['ugly, sorry', 'embarrassing', 'refactor'],
];

for (const [text, question, suggested] of QUESTIONS) {
  test(`"${text}" comes under "${question}"`, () => {
    const item = judge(text);
    assert.deepEqual([item.question, item.suggested], [question, suggested]);
  });
}

/** Words that mean something else here, each met in a real repository. */
const NOTHING = [
  'increment index before calling states',
  'inject declarator for opts, so we can use it below',
  'next token, by the author of the parser',
  'to make debugging easier',
  'legacy component definition also supports constructors',
  'it should be possible to set the value temporarily',
  'handle delete requests',
];

for (const text of NOTHING) {
  test(`"${text}" gives no reason`, () => assert.deepEqual(judge(text).reasons, []));
}
