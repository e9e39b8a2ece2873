import type { Commit } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { HackKey, Rank } from '../model/lineage.ts';
import { hackId } from './identity.ts';
import type { LiveHack, Spot } from './living.ts';
import { placeOf, survivor } from './living.ts';

/** Every hack of the line, by id. */
export class Roll {
  readonly #byId = new Map<HackId, LiveHack>();
  /** The next ordinal of each path and text in the commit at hand: those before it are taken. */
  #births: { readonly rank: Rank; readonly next: Map<string, number> } = { rank: 0 as Rank, next: new Map() };
  #lastKey: number;

  constructor(lastKey = 0) {
    this.#lastKey = lastKey;
  }

  /** Takes in a hack of the past. */
  enter(hack: LiveHack): void {
    this.#byId.set(hack.id, hack);
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
    const { path } = spot.node;
    const birth = `${path}\0${spot.sight.wording.text}`;
    if (this.#births.rank !== rank) this.#births = { rank, next: new Map() };
    for (let ordinal = this.#births.next.get(birth) ?? 0; ; ordinal++) {
      this.#births.next.set(birth, ordinal + 1);
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
      paths: new Set(),
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
