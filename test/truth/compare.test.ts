import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Told, ToldHack } from './compare.ts';
import { compareWithTruth } from './compare.ts';
import { generateHistory } from './generate-history.ts';
import { at } from './random.ts';
import type { Truth } from './tell-truth.ts';
import { tellTruth } from './tell-truth.ts';

const oidOf = (name: string): string => createHash('sha1').update(name).digest('hex');
const TRUTH = tellTruth(generateHistory(3), oidOf);

/** A tool that knows the truth. */
function tellTruly(truth: Truth): Told {
  return {
    hacks: truth.hacks.map((hack) => ({
      id: `hd-${hack.truthId}`,
      introduced: oidOf(hack.introducedIn),
      landed: hack.landedIn === null ? null : oidOf(hack.landedIn),
      removed: hack.removedIn === null ? null : oidOf(hack.removedIn),
      moves: hack.movesIn.map(oidOf),
    })),
    openAt: (oid) => {
      const commit = truth.commits.find((made) => made.oid === oid);
      return truth.hacksAt(commit?.name ?? '').map((sight) => ({ ...sight, id: `hd-${sight.truthId}` }));
    },
  };
}

function complaints(told: Told): string[] {
  return compareWithTruth(TRUTH, told).map(({ what }) => what);
}

function lieAbout(lie: Partial<ToldHack>): Told {
  const told = tellTruly(TRUTH);
  return { ...told, hacks: told.hacks.map((hack, index) => (index === 0 ? { ...hack, ...lie } : hack)) };
}

test('the truth agrees with itself', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const truth = tellTruth(generateHistory(seed), oidOf);
    assert.deepEqual(compareWithTruth(truth, tellTruly(truth)), []);
  }
});

test('each wrong fact is one disagreement', () => {
  assert.deepEqual(complaints(lieAbout({ introduced: 'elsewhere' })), ['introduced']);
  assert.deepEqual(complaints(lieAbout({ landed: 'elsewhere' })), ['landed']);
  assert.deepEqual(complaints(lieAbout({ removed: 'elsewhere' })), ['removed']);
  assert.deepEqual(complaints(lieAbout({ moves: ['elsewhere'] })), ['moves']);
});

test('a hack that is in no tree is imagined', () => {
  const told = tellTruly(TRUTH);
  const ghost = { ...at(told.hacks, 0), id: 'hd-ghost' };
  assert.deepEqual(complaints({ ...told, hacks: [...told.hacks, ghost] }), ['imagined']);
});

test('an unseen marker and one too many are disagreements about sights', () => {
  const told = tellTruly(TRUTH);
  const root = oidOf('c0');
  const openAt = (oid: string): ReturnType<Told['openAt']> => told.openAt(oid).slice(oid === root ? 1 : 0);
  assert.deepEqual(complaints({ ...told, openAt }), ['sight']);
  const more = (oid: string): ReturnType<Told['openAt']> =>
    oid === root ? [...told.openAt(oid), { path: 'nowhere.ts', line: 1, id: 'hd-0' }] : told.openAt(oid);
  assert.deepEqual(complaints({ ...told, openAt: more }), ['sight']);
});

test('a hack that changes its id is a disagreement about identity that names the commit and the seed', () => {
  const told = tellTruly(TRUTH);
  const tip = at(TRUTH.commits, TRUTH.commits.length - 1);
  const [victim] = told.openAt(tip.oid);
  const openAt = (oid: string): ReturnType<Told['openAt']> =>
    told.openAt(oid).map((sight) => (oid === tip.oid && sight.id === victim?.id ? { ...sight, id: 'hd-new' } : sight));
  const [found, ...more] = compareWithTruth(TRUTH, { ...told, openAt });
  assert.equal(found?.what, 'identity');
  assert.match(found.message, new RegExp(`^seed 3: hack \\d+ was ${victim?.id}, in ${tip.name} it is hd-new\n`));
  assert.deepEqual(more, []);
});

test('two hacks under one id are a disagreement about identity', () => {
  const told = tellTruly(TRUTH);
  const [one, other] = told.openAt(oidOf('c0'));
  const openAt = (oid: string): ReturnType<Told['openAt']> =>
    told.openAt(oid).map((sight) => (sight.id === other?.id ? { ...sight, id: one?.id ?? '' } : sight));
  assert.ok(complaints({ ...told, openAt }).includes('identity'));
});

test('a disagreement about an ambiguous hack is excused', () => {
  const [hack] = TRUTH.hacks;
  const doubt = { commit: 'c1', hack: hack?.truthId ?? 0, why: 'its twin removed' };
  const hacks = TRUTH.hacks.map((one) => (one === hack ? { ...one, ambiguities: [doubt] } : one));
  const [found] = compareWithTruth({ ...TRUTH, hacks }, lieAbout({ removed: 'elsewhere' }));
  assert.equal(found?.excuse, `hack ${doubt.hack} in c1: its twin removed`);
  assert.equal(compareWithTruth(TRUTH, lieAbout({ removed: 'elsewhere' }))[0]?.excuse, null);
});

test('fewer than one hack in twenty is ambiguous', () => {
  const hacks = Array.from({ length: 40 }, (_, seed) => tellTruth(generateHistory(seed + 1), oidOf).hacks).flat();
  const doubtful = hacks.filter(({ ambiguities }) => ambiguities.length > 0);
  assert.ok(hacks.length > 400);
  assert.ok(doubtful.length < hacks.length / 20, `${doubtful.length} of ${hacks.length}`);
});
