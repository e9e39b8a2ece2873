import type { ReadPassage } from '../find-markers.ts';
import { markersOf } from '../find-markers.ts';
import type { PassageMarker } from '../passages.ts';

/** Passages remembered; above this they are forgotten. */
const MOST = 2000;

/** Reads each passage once: versions of a file mostly hold the same ones. For one ruleset. */
export function rememberPassages(): ReadPassage {
  const known = new Map<string, readonly PassageMarker[]>();
  return (passage, ruleset, unsure) => {
    const name = `${unsure ? '?' : '!'}${passage.text}`;
    let markers = known.get(name);
    if (markers) return markers;
    markers = markersOf(passage, ruleset, unsure);
    if (known.size >= MOST) known.clear();
    known.set(name, markers);
    return markers;
  };
}
