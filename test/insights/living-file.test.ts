import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  parseAgenda,
  updateAgenda,
  type Answer,
  type Known,
  type NewEntry,
} from '../../src/insights/agenda/living-file.ts';
import { renderAgendaMarkdown } from '../../src/report/markdown/agenda.ts';
import { sampleAgenda } from '../report/sample-agenda.ts';

const ID = 'hd-0123456789abcdef';
const OTHER = 'hd-fedcba9876543210';
const FRESH: NewEntry = {
  heading: '## What can be deleted?',
  lines: [`- [ ] ${OTHER} TODO x`, '  - decision:  · owner:  · note: '],
};

const ANSWER: Answer = { decision: 'change', owner: 'bo', note: 'ask ann first' };

/** What a run knows where every hack ended so, and nobody decided anything. */
function knowing(said: string | null): Known {
  return { ended: () => said, decided: () => null };
}

const FILE = [
  '# Agenda',
  '',
  '## What can be deleted?',
  '',
  `- [ ] ${ID} TODO drop this \`a.ts:1\``,
  '  - suggested: delete',
  '  - decision: delete · owner: ann · note: after lunch · really',
  '',
  '## Pace',
  '',
].join('\n');

test('what people filled in is read', () => {
  const [entry] = parseAgenda(FILE);
  assert.deepEqual(entry, {
    id: ID,
    isTicked: false,
    decision: 'delete',
    owner: 'ann',
    note: 'after lunch · really',
  });
});

test('a hack that is gone is ticked once, with what ended it', () => {
  const gone = knowing('deleted in abc1234');
  const once = updateAgenda(FILE, gone, []);
  assert.match(once, new RegExp(`^- \\[x\\] ${ID} TODO drop this \`a.ts:1\` \\(deleted in abc1234\\)$`, 'm'));
  assert.equal(updateAgenda(once, gone, []), once);
  assert.match(updateAgenda(once, knowing(null), []), /\(deleted in abc1234\) \(open again\)$/m);
});

test('a new hack comes below the last one of its question, or under the heading again at the end', () => {
  const under = updateAgenda(FILE, knowing(null), [FRESH]).split('\n');
  assert.ok(under.indexOf(`- [ ] ${OTHER} TODO x`) < under.indexOf('## Pace'));
  const without = updateAgenda('my own file', knowing(null), [FRESH]);
  assert.equal(without, `my own file\n\n## What can be deleted?\n\n${FRESH.lines.join('\n')}\n`);
});

test('a decision made elsewhere is filled into what people left blank, each field by itself', () => {
  const decided: Known = { ended: () => null, decided: () => ANSWER };
  const filled = (line: string): string | undefined =>
    updateAgenda(`- [ ] ${ID} TODO x\n${line}\n  - decision:  · owner: `, decided, []).split('\n')[1];
  assert.equal(filled('  - decision:  · owner:  · note: '), '  - decision: change · owner: bo · note: ask ann first');
  assert.equal(
    filled('  - decision:  · owner: cy · note: me · myself'),
    '  - decision: change · owner: cy · note: me · myself',
  );
  assert.equal(filled('  - decision: Change · owner:'), '  - decision: Change · owner: bo');
});

test('where people wrote another decision, or something else, nothing is filled in', () => {
  const decided: Known = { ended: () => null, decided: () => ANSWER };
  for (const words of ['delete', 'let us see', 'change?']) {
    const file = `- [ ] ${ID} TODO x\n  - decision: ${words} · owner:  · note: \n`;
    assert.equal(updateAgenda(file, decided, []), file);
  }
});

/**
 * Whether each line of the one comes in the other, in order and whole: only its empty box may be ticked, words added at its end, and
 * blanks after the names of its fields filled.
 */
function isKept(old: string, young: string): boolean {
  const bare = (line: string): string => line.replace(/^(\s*[-*+] )\[[ xX]\]/, '$1[]');
  const lines = young.split(/\r?\n/).map(bare);
  const filled = (line: string): RegExp =>
    new RegExp(`^${literally(line).replace(/(decision|owner|note):[ \t]*(?=·|$)/gi, '$1:.*?[ \\t]*')}`);
  let at = 0;
  return old.split(/\r?\n/).every((line) => {
    while (at < lines.length && !filled(bare(line)).test(lines[at] ?? '')) at += 1;
    return at++ < lines.length;
  });
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** What people decided in a file, as it is read back. */
function written(text: string): unknown[] {
  return parseAgenda(text).flatMap(({ id, decision, owner, note }) =>
    decision === null || decision === ANSWER.decision ? [] : [{ id, decision, owner, note }],
  );
}

test('whatever people make of the file, the next run loses no character of it and a third changes nothing', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'ß', ' ', '-', '[', 'x', ']', '#', '|', '(', ')', '·', ':'),
    maxLength: 12,
  });
  const line = fc.oneof(
    fc.constantFrom(...FILE.split('\n')),
    word,
    word.map((text) => `- [${text}] ${ID} ${text}`),
    word.map((text) => `- [ ] ${ID}${text} (deleted in abc1234)${text}`),
    word.map((text) => `  - decision: ${text} · owner: ${text}`),
  );
  const file = fc
    .tuple(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n'))
    .map(([lines, eol]) => lines.join(eol));
  fc.assert(
    fc.property(file, fc.boolean(), fc.boolean(), (text, isGone, isDecided) => {
      const known: Known = {
        ended: (id) => (isGone && id === ID ? 'deleted in abc1234' : null),
        decided: () => (isDecided ? ANSWER : null),
      };
      const fresh = text.includes(OTHER) ? [] : [FRESH];
      const next = updateAgenda(text, known, fresh);
      assert.ok(isKept(text, next), `${text}\n=>\n${next}`);
      assert.deepEqual(written(next), written(text));
      assert.equal(updateAgenda(next, known, []), next);
    }),
    { numRuns: 2000 },
  );
});

/** One thing that people do to a paper: they write into a line, put a line elsewhere, copy one, tick, or answer. */
type Edit = (lines: readonly string[]) => string[];

const words = fc.string({
  unit: fc.constantFrom('a', 'ß', '雪', ' ', '[', ']', '(', ')', '#', '-', '·', ':'),
  maxLength: 8,
});

const edits: fc.Arbitrary<Edit> = fc.tuple(fc.nat(), fc.nat(), words).chain(([first, second, text]) => {
  const at = (lines: readonly string[], number: number): number => number % Math.max(1, lines.length);
  const write: Edit = (lines) =>
    lines.map((line, index) => {
      const column = second % (line.length + 1);
      return index === at(lines, first) ? line.slice(0, column) + text + line.slice(column) : line;
    });
  const move: Edit = (lines) => {
    const [from, rest] = [at(lines, first), lines.toSpliced(at(lines, first), 1)];
    return rest.toSpliced(at(rest, second), 0, lines[from] ?? '');
  };
  const copy: Edit = (lines) => lines.toSpliced(at(lines, second), 0, lines[at(lines, first)] ?? '');
  const add: Edit = (lines) => lines.toSpliced(at(lines, first), 0, text);
  const tick: Edit = (lines) =>
    lines.map((line, index) => (index % 3 === first % 3 ? line.replace('[ ]', '[x]') : line));
  const answer: Edit = (lines) => lines.map((line) => line.replace('decision: ', `decision: delete ${text}`));
  return fc.constantFrom(write, move, copy, add, tick, answer);
});

test('a paper that people wrote into, reordered and ticked at random keeps all they wrote, run after run', () => {
  const agenda = { ...sampleAgenda(), detailed: 2 };
  const paper = renderAgendaMarkdown(agenda).split('\n');
  const [one] = agenda.items;
  fc.assert(
    fc.property(
      fc.array(edits, { minLength: 1, maxLength: 12 }),
      fc.boolean(),
      fc.boolean(),
      (made, isGone, isDecided) => {
        const text = made.reduce<readonly string[]>((lines, edit) => edit(lines), paper).join('\n');
        const told: Known = {
          ended: (id) => (isGone && id === one?.hack.id ? 'refactored in abc1234' : null),
          decided: () => (isDecided ? ANSWER : null),
        };
        const known = new Set<string>(parseAgenda(text).map(({ id }) => id));
        const next = updateAgenda(text, told, known.has(OTHER) ? [] : [FRESH]);
        assert.ok(isKept(text, next), `${text}\n=>\n${next}`);
        assert.deepEqual(written(next), written(text));
        assert.equal(updateAgenda(next, told, []), next);
      },
    ),
    { numRuns: 2000 },
  );
});
