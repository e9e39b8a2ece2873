import type { LiveHack, Spot } from './living.ts';
import { hackAt } from './living.ts';
import type { Match } from './matching.ts';
import type { Pairing } from './pairing.ts';

/**
 * Which hack each marker of a commit's new tree is. A merge is matched against every parent, and all parents share these claims: a
 * marker that one parent has as it is does not come from elsewhere in another, and a hack that one parent leads to a marker is that
 * marker seen from the others, too.
 */
export class Claims {
  readonly #owners = new Map<string, LiveHack>();
  readonly #pairings: Pairing[] = [];

  enter(pairing: Pairing): void {
    this.#pairings.push(pairing);
  }

  /** The hack a new marker is known to be: claimed by a match, or known since an earlier commit had this version of the file. */
  ownerOf(after: Spot): LiveHack | undefined {
    return hackAt(after) ?? this.#owners.get(spotKey(after));
  }

  /** Notes what a match says, and joins the same hack in the trees of the other parents. */
  note(match: Match, by: Pairing): void {
    const hack = hackAt(match.before);
    if (!hack) return;
    this.#owners.set(spotKey(match.after), hack);
    for (const pairing of this.#pairings) if (pairing !== by) pairing.follow(hack, match);
  }
}

/** One key for each marker of a tree. */
export function spotKey({ node, index }: Spot): string {
  return `${node.key}:${index}`;
}
