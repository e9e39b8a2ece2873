import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { DemoFact, Fact } from '../../src/model/sprint.ts';
import { addDemo, parseDecisions, renderDecisions } from '../../src/sprints/decisions.ts';
import { sprintAt } from '../../src/sprints/calendar.ts';
import { findDemoFact, findDemoTag, findLastDemo, isDemoTag } from '../../src/sprints/demo.ts';
import { BERLIN, date } from './calendars.ts';

function demo(sprint: string | null, digit: string, day = '2026-11-17'): DemoFact {
  return { kind: 'demo', sprint, commit: digit.repeat(40), date: `${day}T18:00:00Z` };
}

const LINE = `{"kind":"demo","sprint":"2026-W47","commit":"${'a'.repeat(40)}","date":"2026-11-17T18:00:00Z"}`;

test('a fact is one line', () => {
  assert.equal(renderDecisions([demo('2026-W47', 'a')]), `${LINE}\n`);
  assert.deepEqual(parseDecisions(`${LINE}\r\n\n`), { facts: [demo('2026-W47', 'a')], problems: [] });
});

test('facts of a later version are kept as they are', () => {
  const later = '{"kind":"decide", "id":"hd-1"}';
  assert.equal(renderDecisions(parseDecisions(`${later}\n${LINE}`).facts), `${later}\n${LINE}\n`);
});

test('a demo replaces the one of the same sprint, and no other', () => {
  const facts = [demo('2026-W46', 'a'), demo('2026-W47', 'b'), demo(null, 'c')];
  assert.deepEqual(addDemo(facts, demo('2026-W47', 'd')), [
    demo('2026-W46', 'a'),
    demo(null, 'c'),
    demo('2026-W47', 'd'),
  ]);
});

test('of two demos that met in a merge the later one holds', () => {
  const facts = [
    demo('2026-W47', 'b', '2026-11-18'),
    demo('2026-W47', 'a', '2026-11-17'),
    demo(null, 'c', '2026-11-19'),
  ];
  assert.equal(findDemoFact(facts, '2026-W47')?.commit[0], 'b');
  assert.equal(findDemoFact(facts.toReversed(), '2026-W47')?.commit[0], 'b');
  assert.equal(findDemoFact(facts, '2026-W48'), undefined);
});

const PROBLEMS = [
  { line: '<<<<<<< ours', problem: /merge conflict is not resolved/ },
  { line: '[]', problem: /no JSON object/ },
  { line: '{"kind":', problem: /no JSON object/ },
  { line: '{}', problem: /no "kind"/ },
  { line: '{"kind":"demo","sprint":null,"commit":"abc","date":"2026-11-17"}', problem: /no full "commit"/ },
  { line: LINE.replace('2026-11-17T18:00:00Z', 'soon'), problem: /no "date"/ },
  { line: LINE.replace('"2026-W47"', '7'), problem: /neither a name nor null/ },
] as const;

for (const { line, problem } of PROBLEMS) {
  test(`${line.slice(0, 40)} is told with its line number`, () => {
    const { facts, problems } = parseDecisions(`${LINE}\n${line}\n`);
    assert.deepEqual([facts.length, problems.length, problems[0]?.line], [1, 1, 2]);
    assert.match(problems[0]?.problem ?? '', problem);
  });
}

const facts: fc.Arbitrary<readonly Fact[]> = fc.array(
  fc
    .tuple(fc.constantFrom('2026-W46', '2026-W47', null), fc.constantFrom('a', 'b', 'c'))
    .map(([sprint, digit]) => demo(sprint, digit)),
);

test('merging is laying the lines together, in any order', () => {
  const property = fc.property(facts, facts, (ours, theirs) => {
    const merged = renderDecisions([...ours, ...theirs]);
    assert.equal(merged, renderDecisions([...theirs, ...ours]));
    assert.equal(renderDecisions(parseDecisions(merged).facts), merged);
    assert.equal(renderDecisions(parseDecisions(renderDecisions(ours) + renderDecisions(theirs)).facts), merged);
  });
  fc.assert(property, { numRuns: 100 });
});

test('before the demo of the week the last one is the week before’s', () => {
  const last = findLastDemo(BERLIN, new Date('2026-11-17T12:00:00Z'));
  assert.deepEqual([last?.sprint.name, last?.upcoming], ['2026-W46', new Date('2026-11-18T03:00:00Z')]);
  const after = findLastDemo(BERLIN, new Date('2026-11-18T03:00:00Z'));
  assert.deepEqual([after?.sprint.name, after?.upcoming], ['2026-W47', null]);
  assert.equal(findLastDemo({ ...BERLIN, start: date('2026-11-16') }, new Date('2026-11-17T12:00:00Z')), null);
});

function matches(pattern: string, tags: readonly string[]): readonly boolean[] {
  return tags.map((tag) => isDemoTag(pattern, tag));
}

test('a star in a demo tag stands for anything', () => {
  assert.deepEqual(matches('demo-*', ['demo-', 'demo-47', 'demo', 'x-demo-1']), [true, true, false, false]);
  assert.deepEqual(matches('a*b*a', ['aba', 'axbya', 'aa', 'ab', 'aab']), [true, true, false, false, false]);
  assert.deepEqual(matches('a.c', ['a.c', 'abc']), [true, false]);
});

test('of the demo tags made in a sprint the youngest names its demo', () => {
  const sprint = sprintAt(BERLIN, new Date('2026-11-17T12:00:00Z'));
  assert.ok(sprint);
  const from = sprint.from.getTime() / 1000;
  const to = sprint.to.getTime() / 1000;
  const tags = [
    { name: 'demo-46', seconds: from - 1 },
    { name: 'demo-47b', seconds: from + 9 },
    { name: 'demo-47a', seconds: from },
    { name: 'v1', seconds: from + 10 },
    { name: 'demo-48', seconds: to },
  ];
  assert.equal(findDemoTag(tags, 'demo-*', sprint)?.name, 'demo-47b');
  assert.equal(findDemoTag(tags, 'show-*', sprint), undefined);
});
