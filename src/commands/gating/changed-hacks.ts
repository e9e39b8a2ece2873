import type { ChangedHack, ChangeKind, CheckedPlace, CheckedRemoval } from '../../model/check.ts';
import type { Place } from '../../model/lineage.ts';
import { openFingerprints } from '../../report/places/fingerprint.ts';
import type { TreeDelta } from './compare-trees.ts';
import type { Lives } from './find-lives.ts';

const ORDER: readonly ChangeKind[] = ['new', 'reopened', 'removed', 'reworded', 'moved'];

/** What a branch did to hacks, by kind of change, path and line; those it did not touch are left out. */
export function changedHacks(delta: TreeDelta, removals: ReadonlyMap<Place, CheckedRemoval>): ChangedHack[] {
  const at = { base: fingerprintsOf(placesBefore(delta)), head: fingerprintsOf(placesAfter(delta)) };
  const changed = [
    ...delta.added.map((place) => changedHack('new', place, { fingerprint: at.head.get(place) })),
    ...delta.removed.map((place) =>
      changedHack('removed', place, { fingerprint: at.base.get(place), removal: removals.get(place) ?? UNCLEAR }),
    ),
    ...delta.joined.flatMap(({ before, after }) => {
      const change = changeOf(before, after);
      return change === undefined ? [] : [changedHack(change, after, { fingerprint: at.head.get(after), before })];
    }),
  ];
  return changed.toSorted(byChange);
}

/** Gives changes the ids of their hacks, and tells what is new from what came back. */
export function nameHacks(hacks: readonly ChangedHack[], lives: Lives): ChangedHack[] {
  return hacks.map((hack) => nameHack(hack, lives)).toSorted(byChange);
}

function nameHack(hack: ChangedHack, { idBefore, idAfter, isBack }: Lives): ChangedHack {
  if (hack.change === 'removed') return { ...hack, id: idBefore(hack) };
  if (hack.before !== null) return { ...hack, id: idBefore(hack.before) };
  return { ...hack, change: isBack(hack) ? 'reopened' : hack.change, id: idAfter(hack) };
}

function byChange(one: ChangedHack, other: ChangedHack): number {
  return ORDER.indexOf(one.change) - ORDER.indexOf(other.change) || byPlace(one, other);
}

/** The hacks of the tree that no change speaks of, for rules that look at all of them. */
export function openHacks(places: readonly Place[], lives: Lives | null): ChangedHack[] {
  const fingerprints = fingerprintsOf(places);
  return places.map((place) => {
    const hack = changedHack('moved', place, { fingerprint: fingerprints.get(place), before: place });
    return { ...hack, id: lives?.idAfter(place) ?? null };
  });
}

/** By path, line and column. */
export function byPlace(one: CheckedPlace, other: CheckedPlace): number {
  if (one.path !== other.path) return one.path < other.path ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}

/** Of a text that could not be read nothing can be said. */
const UNCLEAR: CheckedRemoval = { kind: 'comment-only', extent: 'none', fate: 'unclear', confidence: 0 };

function placesBefore({ joined, removed }: TreeDelta): Place[] {
  return [...joined.map(({ before }) => before), ...removed];
}

function placesAfter({ joined, added }: TreeDelta): Place[] {
  return [...joined.map(({ after }) => after), ...added];
}

/** The name of each place of a tree, whatever their order. */
export function fingerprintsOf(places: readonly Place[]): ReadonlyMap<Place, string> {
  const fingerprint = openFingerprints();
  return new Map(
    places
      .toSorted(byPlace)
      .map((place) => [place, fingerprint({ path: place.path, tag: place.wording.tag, text: place.wording.text })]),
  );
}

function changeOf(before: Place, after: Place): 'reworded' | 'moved' | undefined {
  const isSame = before.wording.tag === after.wording.tag && before.wording.text === after.wording.text;
  if (!isSame) return 'reworded';
  return before.path === after.path ? undefined : 'moved';
}

interface Parts {
  readonly fingerprint: string | undefined;
  readonly before?: Place;
  readonly removal?: CheckedRemoval;
}

function changedHack(change: ChangeKind, place: Place, { fingerprint, before, removal }: Parts): ChangedHack {
  const { kind, tag, text, owner, issues, due, enclosing } = place.wording;
  return {
    change,
    id: null,
    fingerprint: fingerprint ?? '',
    ...spotOf(place),
    kind,
    tag,
    text,
    owner,
    issues,
    due,
    enclosing,
    before: before ? { ...spotOf(before), tag: before.wording.tag, text: before.wording.text } : null,
    removal: removal ?? null,
  };
}

function spotOf({ path, line, column, endLine }: Place): CheckedPlace {
  return { path, line, column, endLine };
}
