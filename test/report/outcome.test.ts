import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { OutcomeReport } from '../../src/model/outcome.ts';
import { renderReport } from '../../src/report/render.ts';
import { hackId, openHack, removedHack } from './sample-hacks.ts';
import { DEMO_WINDOW, OUTCOME, STYLE } from './sample-reports.ts';

function render(report: OutcomeReport): string {
  return renderReport(report, 'terminal', STYLE);
}

const TAG_WINDOW = {
  kind: 'tag',
  name: 'v1.2.0',
  from: '2026-10-01T00:00:00Z',
  to: '2026-11-18T13:00:00Z',
  reference: null,
} as const;

test("the demo's hacks are told by what became of them", () => {
  assert.equal(
    render(OUTCOME),
    `What became of the demo's hacks: sprint 2026-W47
pinball · main at c3c3c3c, as of 2026-11-18 13:00 UTC
Demo 2026-11-17 18:00 (Europe/Berlin) at d4d4d4d "Show the table", as decided
5 hacks: 1 refactored, 1 deleted, 1 swept, 2 still open

Refactored (1): the code it speaks of was rewritten
  hd-01000000  TODO  src/ball.ts:42  b2b2b2b  don't do this, talk to the flippers

Deleted (1): the code it speaks of is gone, too
  hd-02000000  TODO  src/tilt.py:42  b2b2b2b  fake score | for <b>now</b>

Swept under the rug (1): the comment is gone, the code is as it was
  hackdebt show hd-03000000  HACK  src/ball.ts:42  b2b2b2b  don't do this, talk to the flippers

Still open (2): 1 stale: the code was rewritten, the admission stayed
  hd-04000000  TODO  src/ball.ts:42  don't do this, talk to the flippers
  hd-05000000  TODO  lib/sound.c:42  don't do this, talk to the flippers

Commits that admit a shortcut (1): 12 of 30 lines stand
  hd-08000000  WORKAROUND  src/ball.ts:42  12 of 30 lines stand: Work around the tilt

Open by folder: src 1 of 4, lib 1 of 1.
Paid: 1 by who admitted it, 1 by somebody else: thank you.
New since: 1 open, 1 gone already.
Went stale since: src/ball.ts:42: the code was rewritten, the admission stayed.
Carried in: 41 older, 2 of them gone since.
`,
  );
});

test('before the demo of the week the report says that it shows the last one', () => {
  const window = { ...DEMO_WINDOW, upcoming: '2026-11-24T18:00:00+01:00' };
  const line = "This sprint's demo is still ahead (2026-11-24 18:00 +01:00); this is the last one.";
  assert.ok(render({ ...OUTCOME, window }).includes(line));
});

test('without a sprint the window is named, and nothing else is said of calendars', () => {
  const text = render({ ...OUTCOME, window: TAG_WINDOW });
  assert.match(text, /^What became of what was open at v1\.2\.0\n/);
  assert.doesNotMatch(text, /\b(sprint|day|demo)\b/i);
  const markdown = renderReport({ ...OUTCOME, window: TAG_WINDOW }, 'markdown', STYLE);
  assert.doesNotMatch(markdown, /\b(sprint|day|demo)\b/i);
});

test('people are named only if the report names them', () => {
  assert.doesNotMatch(render(OUTCOME), /Ann|Bo/);
  const named = { ...OUTCOME, payers: { self: 1, others: 1, people: ['Ann', 'Bo'] } };
  assert.match(render(named), /Paid: 1 by who admitted it, 1 by somebody else: thank you \(Ann, Bo\)\./);
});

test('a week without hacks is a short report', () => {
  const counts = { total: 0, open: 0, stale: 0, merged: 0, fates: { refactored: 0, deleted: 0, swept: 0, unclear: 0 } };
  const payers = { self: 0, others: 0, people: [] };
  const carriedIn = { total: 0, gone: 0, hacks: [] };
  const text = render({
    ...OUTCOME,
    counts,
    hacks: [],
    payers,
    newSince: [],
    carriedIn,
    wentStale: [],
    commits: [],
    folders: [],
  });
  assert.match(text, /\nNothing that this sprint admitted was open at the demo\.\n\nNew since: none\.\n$/);
});

test('older hacks are listed when asked for', () => {
  const carriedIn = { total: 1, gone: 0, hacks: [openHack('0a')] };
  assert.match(render({ ...OUTCOME, carriedIn }), /Carried in: 1 older, 0 of them gone since\.\n {2}hd-0a000000 /);
});

test('the report takes 40 lines at most, however many hacks', () => {
  const size = fc.integer({ min: 0, max: 300 });
  const sizes = fc.record({ refactored: size, deleted: size, swept: size, unclear: size, open: size, folders: size });
  const property = fc.property(sizes, ({ open, folders, ...fates }) => {
    const hacks = [
      ...Object.entries(fates).flatMap(([fate, count]) =>
        Array.from({ length: count }, () => removedHack('0b', fate as 'swept')),
      ),
      ...Array.from({ length: open }, () => openHack('0c')),
    ];
    const places = Array.from({ length: folders }, (_, index) => ({ path: `dir${index}`, total: 1, open: 1 }));
    const window = { ...DEMO_WINDOW, upcoming: '2026-11-24T18:00:00+01:00' };
    const lines = render({ ...OUTCOME, window, hacks, folders: places })
      .trimEnd()
      .split('\n');
    assert.ok(lines.length <= 40, `${lines.length} lines`);
    if (hacks.length > 60) assert.ok(lines.length >= 32, `only ${lines.length} lines`);
  });
  fc.assert(property, { numRuns: 60 });
});

test('the Markdown report has a table per fate, with untrusted text made harmless', () => {
  const text = renderReport(OUTCOME, 'markdown', STYLE);
  assert.equal(
    text,
    `# What became of the demo's hacks: sprint 2026-W47

pinball, main at \`c3c3c3c\`, as of 2026-11-18 13:00 UTC  
Demo 2026-11-17 18:00 (Europe/Berlin) at d4d4d4d "Show the table", as decided

**5 hacks: 1 refactored, 1 deleted, 1 swept, 2 still open**

## Refactored (1)

The code it speaks of was rewritten.

| hack | tag | where | what | commit |
| --- | --- | --- | --- | --- |
| \`hd-01000000\` | TODO | \`src/ball.ts:42\` | don't do this, talk to the flippers | \`b2b2b2b\` |

## Deleted (1)

The code it speaks of is gone, too.

| hack | tag | where | what | commit |
| --- | --- | --- | --- | --- |
| \`hd-02000000\` | TODO | \`src/tilt.py:42\` | fake score \\| for &lt;b>now&lt;/b> | \`b2b2b2b\` |

## Swept under the rug (1)

The comment is gone, the code is as it was.

| hack | tag | where | what | commit |
| --- | --- | --- | --- | --- |
| \`hackdebt show hd-03000000\` | HACK | \`src/ball.ts:42\` | don't do this, talk to the flippers | \`b2b2b2b\` |

## Still open (2)

1 stale: the code was rewritten, the admission stayed.

| hack | tag | where | what | commit |
| --- | --- | --- | --- | --- |
| \`hd-04000000\` | TODO | \`src/ball.ts:42\` | don't do this, talk to the flippers |  |
| \`hd-05000000\` | TODO | \`lib/sound.c:42\` | don't do this, talk to the flippers |  |

## Commits that admit a shortcut (1)

12 of 30 lines stand.

| hack | tag | where | what | commit |
| --- | --- | --- | --- | --- |
| \`hd-08000000\` | WORKAROUND | \`src/ball.ts:42\` | 12 of 30 lines stand: Work around the tilt |  |

## By folder

| folder | open | of |
| --- | ---: | ---: |
| \`src\` | 1 | 4 |
| \`lib\` | 1 | 1 |

- Paid: 1 by who admitted it, 1 by somebody else: thank you.
- New since: 1 open, 1 gone already.
- Went stale since: src/ball.ts:42: the code was rewritten, the admission stayed.
- Carried in: 41 older, 2 of them gone since.
`,
  );
});

test('the same id twice does not lengthen ids', () => {
  assert.equal(hackId('0b').length, 19);
  const hacks = [removedHack('0b', 'swept'), removedHack('0b', 'swept')];
  assert.match(render({ ...OUTCOME, hacks }), /hackdebt show hd-0b000000 /);
});
