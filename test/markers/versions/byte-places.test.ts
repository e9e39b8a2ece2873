import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findPlaces, placeWordsOf } from '../../../src/markers/prefilter.ts';
import type { Ruleset } from '../../../src/markers/ruleset.ts';
import { buildRuleset, DEFAULT_RULESET } from '../../../src/markers/ruleset.ts';
import { bytePlacesOf } from '../../../src/markers/versions/byte-places.ts';
import type { CommonEnds } from '../../../src/markers/versions/common-ends.ts';
import { findCommonEnds } from '../../../src/markers/versions/common-ends.ts';
import { findHunks } from '../../../src/markers/versions/hunks.ts';
import { movePlaces } from '../../../src/markers/versions/places.ts';

const WORDS = `todo TODO Todo fixme fix me fix-me hack hacks hacky hackery xxx xxxx BUG: BUG( bug OPTIMIZE: REFACTOR ( kludge kluge
  don't do this never ever try that really do this do * this workaround work around work-around work * arounds ugly ugliness
  yuck ugh icky sticky better way be a better be * a * nicer be a cleaner temporary fix temp hack interim solution stop-gap measure
  band-aid patch quick fix quick and dirty quick'n'dirty technical debt tech // debt needs to be refactored need some cleaning up
  nocommit do not merge don't submit never ship needs fixing`;
const ends = (one: string, other: string): CommonEnds => findCommonEnds(Buffer.from(one), Buffer.from(other));
const NOISE = [
  '\n',
  ' ',
  '  ',
  ' * ',
  '// ',
  '-',
  'x',
  'é',
  '.',
  '/',
  ';',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
];
const piece = fc.oneof(fc.constantFrom(...WORDS.split(/(?<=\S)(?=\s)|\s+/)), fc.constantFrom(...NOISE));
const text = fc.array(piece, { maxLength: 120 }).map((pieces) => pieces.join(''));

/** What the expressions find without any scent. */
function matches(sample: string, ruleset: Ruleset): number[] {
  const found = placeWordsOf(ruleset).flatMap(({ regex }) =>
    [...sample].flatMap((_, at) => {
      const sticky = new RegExp(regex.source, regex.ignoreCase ? 'giy' : 'gy');
      sticky.lastIndex = at;
      return sticky.test(sample) ? [at] : [];
    }),
  );
  return [...new Set(found)].toSorted((one, other) => one - other);
}

const UGLY = { word: 'schrecklich hässlich', title: 'ugly' };
const OWN = buildRuleset({ tags: ['À FAIRE', 'ЗАДАЧА', '!!', 'WE'], phrases: [UGLY], macros: true });

for (const [name, ruleset] of [
  ['the usual words', DEFAULT_RULESET],
  ['own words', OWN],
] as const) {
  const words = ['à faire', 'À Faire', 'ЗАДАЧА', 'задача', '!!', 'we', 'HÄSSLICH', 'schrecklich hässlich', 'todo!()'];
  const own = fc.array(fc.oneof(piece, fc.constantFrom(...words)), { maxLength: 60 }).map((pieces) => pieces.join(' '));
  const finder = bytePlacesOf(ruleset);

  test(`places found by scent are those found by expressions: ${name}`, () => {
    const samples = fc.tuple(fc.oneof(text, own), fc.nat(3));
    fc.assert(
      fc.property(samples, ([sample, skew]) => {
        // Any place in memory will do.
        const bytes = Buffer.concat([Buffer.alloc(skew), Buffer.from(sample)]).subarray(skew);
        assert.deepEqual(finder.find(bytes, 0, bytes.length), matches(bytes.toString('latin1'), ruleset));
      }),
      { numRuns: 500 },
    );
  });

  test(`places of a text in wide characters are those of its expressions: ${name}`, () => {
    fc.assert(
      fc.property(own, (sample) => {
        const places = findPlaces(`${sample}\u4f41${sample}`, ruleset);
        assert.deepEqual(places, matches(`${sample}\u4f41${sample}`, ruleset));
      }),
      { numRuns: 100 },
    );
  });

  test(`places that moved are those of the whole version: ${name}`, () => {
    fc.assert(
      fc.property(fc.tuple(text, text, text, text), ([head, old, now, tail]) => {
        const [before, bytes] = [Buffer.from(head + old + tail), Buffer.from(head + now + tail)];
        const last = finder.find(before, 0, before.length);
        const moved = movePlaces(last, { bytes, hunks: findHunks(before, bytes) }, finder);
        assert.deepEqual(moved, finder.find(bytes, 0, bytes.length));
      }),
      { numRuns: 300 },
    );
  });
}

const ALONE = [
  'todo',
  'fixme',
  'fix me',
  'fix-me',
  'hack',
  'xxx',
  'BUG:',
  'OPTIMIZE:',
  'OPTIMISE (',
  'REFACTOR:',
  'kludge',
  'kluge',
  'kludgy',
  'do not do this',
  "don't try that",
  'never ever do\n * this',
  'never * really try // that',
  'workaround',
  'work-around',
  'work\n// around',
  'hacks',
  'hackery',
  'hackish',
  'ugly',
  'ugliness',
  'yuck',
  'ugh',
  'icky',
  'better way',
  'be a better',
  'be\n * a\n * better',
  'temporary fix',
  'temp solution',
  'interim hack',
  'stop-gap measure',
  'band-aid kludge',
  'quick patch',
  'quick and dirty',
  'technical debt',
  'tech debt',
  'needs to be refactored',
  'need rewriting',
  'needs some cleanup',
  'need fixing',
  'nocommit',
  'not submit',
  "don't merge",
  'not ship',
];

test('every word is found by its own scent, wherever it stands and with nothing near', () => {
  const finder = bytePlacesOf(DEFAULT_RULESET);
  const far = '. '.repeat(200);
  for (const word of ALONE) {
    for (const around of [far, `${far}.`, '']) {
      const bytes = Buffer.from(around + word + around);
      const places = finder.find(bytes, 0, bytes.length);
      assert.ok(places.length > 0, word);
      assert.deepEqual(places, matches(bytes.toString('latin1'), DEFAULT_RULESET), word);
    }
  }
});

test('common ends are equal, never overlap, and are hardly shorter than can be', () => {
  const long = 'x'.repeat(9001);
  for (const head of ['', 'ab', long]) {
    for (const tail of ['', 'yz', long]) {
      for (const [one, other] of [
        ['', ''],
        ['1', '2'],
        ['', 'xx'],
      ] as const) {
        const [before, now] = [head + one + tail, head + other + tail];
        const found = ends(before, now);
        assert.equal(before.slice(0, found.head), now.slice(0, found.head));
        assert.equal(before.slice(before.length - found.tail), now.slice(now.length - found.tail));
        const shorter = Math.min(before.length, now.length);
        assert.ok(found.head + found.tail <= shorter);
        assert.ok(found.head + found.tail >= head.length + tail.length - 32, `${head.length} ${tail.length}`);
      }
    }
  }
});
