import type { Commit } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { HackKey, Rank } from '../model/lineage.ts';
import type { Wording } from '../model/marker.ts';
import { hackId } from './identity.ts';
import type { LiveHack, Spot, TreeState } from './living.ts';
import { hasSeen, isOpenIn, placeOf, survivor } from './living.ts';

/** Every hack of the line: by key, by id, and by what it last said, so that one that comes back is known again. */
export class Roll {
  readonly #byId = new Map<HackId, LiveHack>();
  readonly #bySaying = new Map<string, Set<LiveHack>>();
  #lastKey: number;

  constructor(lastKey = 0) {
    this.#lastKey = lastKey;
  }

  /** Takes in a hack of the past. */
  enter(hack: LiveHack): void {
    this.#byId.set(hack.id, hack);
    this.note(hack, hack.place.path, hack.place.wording);
  }

  /** Remembers where a hack has been and what it said there. */
  note(hack: LiveHack, path: string, wording: Wording): void {
    const key = sayingKey(path, wording);
    const hacks = this.#bySaying.get(key);
    if (hacks) hacks.add(hack);
    else this.#bySaying.set(key, new Set([hack]));
  }

  /** A hack that a history once had at this path with this text and surroundings, and that none of the trees shows now. */
  findGone(spot: Spot, states: readonly TreeState[]): LiveHack | undefined {
    const { wording } = spot.sight;
    const candidates = [...(this.#bySaying.get(sayingKey(spot.node.path, wording)) ?? [])].map(survivor);
    return candidates
      .filter((hack) => states.some((state) => hasSeen(state, hack)) && !states.some((state) => isOpenIn(state, hack)))
      .toSorted((one, other) => other.key - one.key)[0];
  }

  /**
   * The hack that a spot introduces in a commit: a known one if the commit yields an id that was seen elsewhere (a cherry-pick, a
   * rebased twin), else a new one. `isTaken` says which known hacks cannot be meant, since they stand in the same tree.
   */
  introduce(
    spot: Spot,
    { commit, rank }: { commit: Commit; rank: Rank },
    isTaken: (hack: LiveHack) => boolean,
  ): LiveHack {
    for (let ordinal = 0; ; ordinal++) {
      const { path } = spot.node;
      const id = hackId(commit, { path, wording: spot.sight.wording, ordinal });
      const known = this.#byId.get(id);
      if (!known) return this.#create(id, spot, rank);
      const hack = survivor(known);
      if (!isTaken(hack)) return hack;
    }
  }

  #create(id: HackId, spot: Spot, rank: Rank): LiveHack {
    const place = placeOf(spot);
    const hack: LiveHack = {
      key: ++this.#lastKey as HackKey,
      id,
      introduced: rank,
      birthplace: place,
      place,
      mergedInto: null,
      absorbed: [],
      nodes: [],
      moves: 0,
      rewordings: 0,
      reopened: 0,
      touches: 0,
      rewrites: [],
      open: [],
      removal: null,
    };
    this.enter(hack);
    return hack;
  }
}

/** Path, tag, text and what stood around: bare text is no identity. */
function sayingKey(path: string, { tag, text, around }: Wording): string {
  return `${path}\0${tag}\0${text}\0${around.before}\0${around.code}`;
}
