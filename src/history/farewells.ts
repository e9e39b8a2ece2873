import type { Place } from '../model/lineage.ts';
import type { LiveHack, Spot } from './living.ts';
import { placeOf, survivor } from './living.ts';
import { isTerse } from './similarity.ts';

/** What decides whether a marker is one that comes back. */
export interface Return {
  /** Whether a hack is gone in the commit's parents, although their history had it. */
  readonly isGone: (hack: LiveHack) => boolean;
  /** Whether the parents' trees show a marker with this text between these lines. */
  readonly isCopy: (spot: Spot) => boolean;
}

/** Where hacks stood, and what they said there, when a commit removed them: one that comes back is known by it. */
export class Farewells {
  readonly #hacks = new Map<string, Set<LiveHack>>();

  note(hack: LiveHack, place: Place): void {
    for (const key of [...keysHere(place), ...keysAnywhere(place)]) {
      const hacks = this.#hacks.get(key);
      if (hacks) hacks.add(hack);
      else this.#hacks.set(key, new Set([hack]));
    }
  }

  /**
   * The hack that comes back with a marker: the youngest of the surest. One that went from another file is not meant where the marker may
   * as well be a copy.
   */
  find(spot: Spot, { isGone, isCopy }: Return): LiveHack | undefined {
    const place = placeOf(spot);
    for (const key of keysHere(place)) {
      const found = this.#youngest(key, isGone);
      if (found) return found;
    }
    for (const key of keysAnywhere(place)) {
      const found = this.#youngest(key, isGone);
      if (found && !isCopy(spot)) return found;
    }
    return undefined;
  }

  #youngest(key: string, isGone: Return['isGone']): LiveHack | undefined {
    const gone = [...(this.#hacks.get(key) ?? [])].map(survivor).filter(isGone);
    return gone.toSorted((one, other) => other.key - one.key)[0];
  }
}

/** Ways to know a hack again in its file, the surest first; bare text is no identity. */
function keysHere({ path, wording }: Place): string[] {
  const { tag, text, around } = wording;
  const { before, code, scope } = around;
  const said = `${path}\0${tag}\0${text}`;
  const keys = [`${said}\0${before}\0${code}`];
  if (code !== 0) keys.push(`${said}\0code ${code}`);
  if (before !== 0) keys.push(`${said}\0before ${before}${isTerse(text) ? ` in ${scope}` : ''}`);
  return keys;
}

/** In another file only a text that says something, between the same two lines. */
function keysAnywhere({ wording: { tag, text, around } }: Place): string[] {
  const key = neighboursKey({ tag, text, around });
  return key === undefined || isTerse(text) ? [] : [key];
}

/** What a marker says and the two lines it stands between; undefined where one of them is missing. */
export function neighboursKey({
  tag,
  text,
  around,
}: Pick<Place['wording'], 'tag' | 'text' | 'around'>): string | undefined {
  const { before, code } = around;
  return before === 0 || code === 0 ? undefined : `${tag}\0${text}\0${before}\0${code}`;
}
