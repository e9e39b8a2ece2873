import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { markersOf } from '../../../src/markers/find-markers.ts';
import { languageKey } from '../../../src/markers/languages/lookup.ts';
import { findPlaces } from '../../../src/markers/prefilter.ts';
import { DEFAULT_RULESET } from '../../../src/markers/ruleset.ts';
import { carryOver } from '../../../src/markers/versions/carry-over.ts';
import { findHunks } from '../../../src/markers/versions/hunks.ts';
import { lexChanged, lexWhole } from '../../../src/markers/versions/lexed-text.ts';
import { readSights } from '../../../src/markers/versions/sights.ts';
import { VersionText } from '../../../src/markers/versions/version-text.ts';
import { PIECES } from './pieces.ts';

const READER = { ruleset: DEFAULT_RULESET, readPassage: markersOf };
const PATHS = 'a.c a.cpp A.java a.go a.rs a.kt a.cs a.swift a.ts a.js a.tsx a.md'.split(' ');

/** Lines of a function, some of which admit something. */
const BODIES: readonly (readonly string[])[] = [
  ['void stir(int times) {\n', '  if (times > 3) {\n', '    heat();\n', '  }\n', '  rest(times);\n', '}\n'],
  ['int boil(int milk)\n', '{\n', '  char* pot = "{";\n', '  return milk;\n', '}\n', '\n'],
  ['class Kettle {\n', '  void pour(int cups) {\n', '    say("}"); /* hot */\n', '  }\n', '};\n'],
  ['/* Salts the soup. */\n', 'void salt() {\n', '  // TODO: weigh it\n', '  add(1);\n', '  add(2);\n', '}\n'],
  ['// FIXME: too sweet\n', 'int cake(void) {\n', '  return 1; // XXX only one\n', '}\n', '\n'],
  ['#ifdef OVEN\n', 'void bake() {\n', '#else\n', 'void fry() {\n', '#endif\n', '  eat();\n', '}\n'],
  ['#define TWICE(x) \\\n', '  { x; x; }\n', '\n'],
];
/** Lines that mostly leave the markers elsewhere as they are. */
const HARMLESS = [
  '    heat();\n',
  '  // well stirred\n',
  '  if (hot) {\n    wait();\n  }\n',
  'say("{");\n',
  '\n',
  '/*\n * soup\n */\n',
];
const line = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...HARMLESS) },
  { weight: 2, arbitrary: fc.constantFrom(...BODIES.flat()) },
  { weight: 1, arbitrary: fc.constantFrom(...PIECES) },
);

// About an eighth of them is carried over.
const RUNS = 200;

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: readonly string[];
}

/** What texts begin and end with. */
const brim = fc.constantFrom(
  '',
  '\n',
  '// TODO: at the brim\n',
  'spoon(); // TODO: at the brim\n',
  '// note\n',
  '/// note\n',
  'void pot() {\n',
  '}\n',
);
const bodies = fc
  .array(fc.constantFrom(0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 4, 5, 6), { minLength: 30, maxLength: 120 })
  .map((picked) => picked.flatMap((index) => BODIES[index] ?? []));
const kitchen = fc.tuple(brim, bodies, brim).map(([first, lines, last]) => [first, ...lines, last]);
/** Where an edit appends. */
const LAST = -1;
const edit: fc.Arbitrary<Edit> = fc.record({
  at: fc.oneof({ weight: 8, arbitrary: fc.nat() }, { weight: 1, arbitrary: fc.constantFrom(0, LAST) }),
  cut: fc.constantFrom(0, 0, 1, 1, 2),
  put: fc.array(line, { maxLength: 3 }),
});

function change(lines: readonly string[], edits: readonly Edit[]): string[] {
  return edits.reduce<string[]>(
    (changed, { at, cut, put }) =>
      changed.toSpliced(at === LAST ? changed.length : at % (changed.length + 1), cut, ...put),
    [...lines],
  );
}

/** A text's bytes, and how to read it. */
function versionOf(path: string, lines: readonly string[]): { bytes: Buffer; text: VersionText; wanted: Wanted } {
  const bytes = Buffer.from(lines.join(''), 'latin1');
  const text = new VersionText(bytes, 'latin1');
  return { bytes, text, wanted: { key: languageKey(path), places: findPlaces(text.whole(), DEFAULT_RULESET) } };
}

interface Wanted {
  readonly key: string;
  readonly places: readonly number[];
}

/** What is carried over from one text to a changed one, if it is, and what reading that by itself shows. */
function carry(path: string, before: readonly string[], after: readonly string[]): { carried: unknown; read: unknown } {
  const [old, now] = [versionOf(path, before), versionOf(path, after)];
  const lexed = lexWhole(old.text, old.wanted);
  const { answer } = readSights({ path, lexed, places: old.wanted.places }, READER);
  const changed = lexChanged(lexed, now.text, { ...now.wanted, hunks: findHunks(old.bytes, now.bytes) });
  const carried = answer && carryOver(answer, { before: lexed, now: changed }, now.wanted.places);
  const alone = { path, lexed: lexWhole(now.text, now.wanted), places: now.wanted.places };
  return { carried: carried?.sights, read: readSights(alone, READER).sights };
}

for (const path of PATHS) {
  test(`what is carried over to a changed ${path} is what reading it shows`, () => {
    let count = 0;
    const versions = fc.tuple(kitchen, fc.array(edit, { minLength: 1, maxLength: 4 }));
    fc.assert(
      fc.property(versions, ([lines, edits]) => {
        const { carried, read } = carry(path, lines, change(lines, edits));
        if (carried !== undefined) assert.deepEqual(carried, read);
        count += carried === undefined ? 0 : 1;
      }),
      { numRuns: RUNS },
    );
    assert.ok(count > RUNS / 40, `${count} of ${RUNS} were carried over`);
  });
}

/** Texts that begin or end with an admission, and what they become with something above the first line or below the last. */
function* atTheBrim(): Generator<readonly [before: readonly string[], after: readonly string[]]> {
  const middle = [...(BODIES[0] ?? []), ...(BODIES[2] ?? [])];
  const brims = ['// TODO: at the brim\n', 'spoon(); // TODO: at the brim\n', 'void pot() { // TODO: at the brim\n'];
  const texts = brims.flatMap((end) => [
    [end, ...middle],
    [...middle, end],
  ]);
  for (const lines of texts) {
    for (const put of [...HARMLESS, ...PIECES])
      yield* [[lines, [put, ...lines]] as const, [lines, [...lines, put]] as const];
  }
}

for (const path of ['a.c', 'a.ts', 'A.java']) {
  test(`what comes above the first line of ${path} and below the last one may belong to what stood there`, () => {
    for (const [before, after] of atTheBrim()) {
      const { carried, read } = carry(path, before, after);
      if (carried !== undefined) assert.deepEqual(carried, read, after.join(''));
    }
  });
}

test('a comment that admits nothing rests on there being no line above it and none below', () => {
  const { text, wanted } = versionOf('a.c', ['// the Todo list\n']);
  assert.equal(wanted.places.length, 1);
  const { sights, answer } = readSights({ path: 'a.c', lexed: lexWhole(text, wanted), places: wanted.places }, READER);
  assert.deepEqual([sights.length, answer?.grounds], [0, [-1, Infinity]]);
});
