import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Report } from '../../src/model/report.ts';
import { renderReport } from '../../src/report/render.ts';
import { openHack } from './sample-hacks.ts';
import { DEMO, DOCTOR, LIST, MARKERS, SCAN, SHOW, SPRINT_SCAN, STYLE } from './sample-reports.ts';

function render(report: Report, style: Partial<typeof STYLE> = {}): string {
  return renderReport(report, 'terminal', { ...STYLE, ...style });
}

test('a scan says how things stand in a dozen lines at most', () => {
  assert.equal(
    render(SCAN),
    `pinball · main at c3c3c3c · 1,204 commits, 3 new
41 open (3 stale) · 19 gone: 12 refactored, 5 deleted, 1 swept, 1 unclear
Since yesterday  3 admitted, 2 gone: 2 refactored
Since v1.2.0     nothing admitted, nothing gone
Oldest           hd-01234567 XXX src/ball.ts:42 don't do this, talk to the flippers (412 days)
Most touched     hd-3f9a2c1b TODO src/flipper.ts:42 don't do this, talk to the flippers (9x)
Not committed    2, first src/tilt.py:3 FIXME the nudge is 100% guessed
Snapshot         2026-11-18: 41 open so far
Next             hackdebt report
`,
  );
});

test('a scan in a sprint names its demo and its day', () => {
  assert.match(render(SPRINT_SCAN), /Since the demo +1 admitted, 1 gone\n/);
  assert.match(render(SPRINT_SCAN), /Snapshot +sprint 2026-W47, day 3: 41 open\n/);
});

test('a scan without a sprint has no word of sprint, day or demo', () => {
  assert.doesNotMatch(render(SCAN), /\b(sprint|day|demo)\b/i);
});

test('a scan of an empty repository says so', () => {
  const text = render({
    ...SCAN,
    at: null,
    oldest: null,
    mostTouched: null,
    uncommitted: [],
    snapshot: null,
    changes: [],
  });
  assert.match(text, /^pinball · main, no commits yet · 1,204 commits/);
  assert.equal(text.split('\n').length, 4);
});

test('a list has one line per hack and says how many of how many', () => {
  assert.equal(
    render(LIST),
    `hd-3f9a2c1b  TODO             2 days  12x  src/ball.ts:42  don't do this, talk to the flippers
hd-51aa0000  FIXME  stale  2.5 years   9x  lib/sound.c:7
hd-77bb0000  TODO   swept   12 hours       src/ball.ts:42  don't do this, talk to the flippers
3 of 3
`,
  );
});

const many = {
  ...LIST,
  hacks: Array.from({ length: 5012 }, (_, index) => openHack(index.toString(16).padStart(16, '0'))),
};

test('a list shows 30 rows unless a limit is given', () => {
  const counts = [render(many), render(many, { limit: 3 })].map((text) => text.trimEnd().split('\n'));
  assert.deepEqual([counts[0]?.length, counts[0]?.at(-1)], [31, '30 of 5,012']);
  assert.deepEqual([counts[1]?.length, counts[1]?.at(-1)], [4, '3 of 5,012']);
});

test('ids are shown as long as it takes to tell them apart', () => {
  assert.match(render(many), /^hd-0000000000000000 /);
  assert.match(render(many, { idDigits: 9 }), /^hd-000000000 /);
});

test('on a narrow terminal the text gives way, not the place', () => {
  for (const line of render(LIST, { width: 80 }).split('\n')) assert.ok(line.length <= 80, line);
  assert.match(render(LIST, { width: 80 }), /src\/ball\.ts:42 {2}don't do this, talk…\n/);
});

test('an empty list is a sentence', () => {
  assert.equal(render({ ...LIST, hacks: [] }), 'No hack matches.\n');
});

test('a life is told from its first commit to its proof', () => {
  assert.equal(
    render(SHOW),
    `hd-3f9a2c1b00000000  TODO don't do this, talk to the flippers
refactored · last at src/ball.ts:42 in rollBall
2 days old · 9 touches · 1 move · owner johnny · #12

2026-11-16 10:00  introduced by Ann in a1a1a1a "Roll the ball"
  came in with e5e5e5e
    src/hack.ts:17
    + // TODO(johnny) don't do this

2026-11-17 09:00  moved by Bo <bo@example.org> in f6f6f6f "Give the ball a file"
  matched by: same text and neighbours
    src/hack.ts:17
    src/ball.ts:42
      // TODO(johnny) don't do this

2026-11-18 11:30  removed by Bo in b2b2b2b "Ask the flippers properly"
    src/ball.ts:40
    - // TODO(johnny) don't do this

Its code, while the admission stayed:
  2026-11-17 15:00  a7a7a7a "Guess twice": its logic changed
  2026-11-17 16:00  a8a8a8a "Indent": only its layout changed

Refactored: the code it speaks of was rewritten
  its code changed with it; its logic changed; the commit message speaks of it; confidence 97 %

Proof, in src/ball.ts:
       39  function rollBall() {
  -    40    // TODO(johnny) don't do this
  -    41    return guess();
  +    40    return flippers.ask();
  git show b2b2b2b -- src/ball.ts
`,
  );
});

test('markers are counted with what was skipped', () => {
  assert.equal(
    render(MARKERS),
    `FIXME          src/tilt.py:3:7   the nudge is 100% guessed
DON'T DO THIS  src/a b/ü.ts:9:7  the nudge is 100% guessed
2 markers; skipped 3 files: 2 binary, 1 vendored
`,
  );
});

test('a demo says what was recorded and that it wants a commit', () => {
  assert.equal(
    render(DEMO),
    `The demo of 2026-W47 is d4d4d4d "Show the table" of 2026-11-17 17:00, with 12 open hacks.
Written to hackdebt.decisions.jsonl: commit it.
`,
  );
  assert.match(render({ ...DEMO, changed: false }), /hackdebt\.decisions\.jsonl said so already\.\n$/);
});

test('the doctor says what to do below what is wrong', () => {
  assert.equal(
    render(DOCTOR),
    `hackdebt 0.1.0
ok       clone          whole history, 1,204 commits
problem  database       damaged
                        Run hackdebt doctor --rebuild.
`,
  );
});
