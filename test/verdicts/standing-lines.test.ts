import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { countStanding } from '../../src/verdicts/standing-lines.ts';

const SOUP = 'heat();\nserve();\n';
const SALTED = 'heat();\nsalt();\nstir();\nserve();\n';

test('lines that a commit added stand until they go', () => {
  assert.deepEqual(countStanding({ before: SOUP, after: SALTED, tip: SALTED }), {
    added: 2,
    standing: 2,
    firstLine: 2,
  });
  const tip = 'heat();\nstir();\nserve();\n';
  assert.deepEqual(countStanding({ before: SOUP, after: SALTED, tip }), { added: 2, standing: 1, firstLine: 2 });
  assert.deepEqual(countStanding({ before: SOUP, after: SALTED, tip: SOUP }), {
    added: 2,
    standing: 0,
    firstLine: null,
  });
  assert.equal(countStanding({ before: SOUP, after: SALTED, tip: null }).standing, 0);
});

test('every line of a new file is added, but those that say nothing', () => {
  assert.equal(countStanding({ before: null, after: 'a {\n\n  b\n}\n', tip: null }).added, 2);
});

test('a line that moves within the file stands', () => {
  const tip = 'serve();\nbill();\nheat();\n  salt();\n';
  assert.deepEqual(countStanding({ before: SOUP, after: SALTED, tip }), { added: 2, standing: 1, firstLine: 4 });
});

test('a line that the commit only moved was not added by it', () => {
  assert.equal(countStanding({ before: 'a();\nb();\nc();\n', after: 'b();\nc();\na();\n', tip: null }).added, 0);
});

test('never more lines stand than were added, and all stand in the text that added them', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '}', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, text, (before, after, tip) => {
      const now = countStanding({ before, after, tip: after });
      assert.equal(now.standing, now.added);
      const later = countStanding({ before, after, tip });
      assert.ok(later.standing <= later.added && later.added === now.added);
      assert.equal(later.firstLine === null, later.standing === 0);
    }),
    { numRuns: 300 },
  );
});
