import type { Commit } from '../model/git.ts';
import type { HackId } from '../model/hack.ts';
import type { HackKey, Place, Rank } from '../model/lineage.ts';
import { hackId } from './identity.ts';
import type { LiveHack, Spot, TreeState } from './living.ts';
import { hasSeen, isOpenIn, placeOf, survivor } from './living.ts';
import { isTerse } from './matching.ts';

/** Every hack of the line: by id, and by what it said when it went, so that one that comes back is known again. */
export class Roll {
  readonly #byId = new Map<HackId, LiveHack>();
  readonly #gone = new Map<string, Set<LiveHack>>();
  #lastKey: number;

  constructor(lastKey = 0) {
    this.#lastKey = lastKey;
  }

  /** Takes in a hack of the past. */
  enter(hack: LiveHack): void {
    this.#byId.set(hack.id, hack);
  }

  /** Remembers where a hack stood, and what it said there, when a commit removed it. */
  noteFarewell(hack: LiveHack, place: Place): void {
    for (const key of farewellKeys(place)) {
      const hacks = this.#gone.get(key);
      if (hacks) hacks.add(hack);
      else this.#gone.set(key, new Set([hack]));
    }
  }

  /** A hack that a history once lost with this text among these neighbours, and that no parent's tree shows; the youngest of the surest. */
  findGone(spot: Spot, parents: readonly TreeState[]): LiveHack | undefined {
    for (const key of farewellKeys(placeOf(spot))) {
      const candidates = [...(this.#gone.get(key) ?? [])].map(survivor);
      const gone = candidates.filter(
        (hack) => parents.some((state) => hasSeen(state, hack)) && !parents.some((state) => isOpenIn(state, hack)),
      );
      const [youngest] = gone.toSorted((one, other) => other.key - one.key);
      if (youngest) return youngest;
    }
    return undefined;
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

/** Ways to know a hack again, the surest first; bare text is no identity, and a text that says little needs both neighbours. */
function farewellKeys({ path, wording }: Place): string[] {
  const { tag, text, around } = wording;
  const { before, code } = around;
  const said = `${tag}\0${text}`;
  const keys = [`${path}\0${said}\0${before}\0${code}`];
  if (isTerse(text)) return keys;
  if (code !== 0) keys.push(`${path}\0${said}\0code ${code}`);
  if (before !== 0) keys.push(`${path}\0${said}\0before ${before}`);
  if (before !== 0 && code !== 0) keys.push(`${said}\0${before}\0${code}`);
  return keys;
}
