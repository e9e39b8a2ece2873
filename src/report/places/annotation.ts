import type { FindingLevel } from '../../model/check.ts';
import type { Hack } from '../../model/hack.ts';
import { openFingerprints } from './fingerprint.ts';
import { levelOf, ruleOf, type Place } from './place.ts';

/** Where something is said. */
export interface AnnotatedPlace extends Pick<Place, 'path' | 'line' | 'column' | 'endLine'> {
  /** Another one for each place, the same after an edit above it. */
  readonly fingerprint: string;
}

/** Something to say about a line, or (`place` null) about the whole. */
export interface Annotation<Where extends AnnotatedPlace = AnnotatedPlace> {
  /** `noSwept` of the gate; `fixme` of a marker. */
  readonly rule: string;
  readonly level: FindingLevel;
  /** One sentence, not escaped. */
  readonly message: string;
  readonly place: Where | null;
}

/** One annotation per place; give them in the order of path, line and column. */
export function annotatePlaces(places: readonly Place[]): Annotation[] {
  const fingerprint = openFingerprints();
  return places.map((place) => ({
    rule: ruleOf(place.tag),
    level: levelOf(place) === 'warning' ? 'warning' : 'notice',
    message: `${place.tag} ${place.text}`.trimEnd(),
    place: { ...place, fingerprint: fingerprint(place) },
  }));
}

/** What stands in a file, by path, line and column: not what is gone, and not the messages of commits. */
export function standingPlaces(hacks: readonly Hack[]): Place[] {
  return hacks
    .filter(({ status, kind }) => status === 'open' && kind !== 'commit')
    .toSorted((one, other) =>
      one.path === other.path ? one.line - other.line || one.column - other.column : one.path < other.path ? -1 : 1,
    );
}
