import type { CommitOid } from '../../model/git.ts';
import type { CommitLog } from './commit-log.ts';
import { readFewCommits, readNewCommits } from './new-commits.ts';
import type { Session } from './session.ts';

/** So many commits are mined in one go, at a kilobyte each until their verdicts are told: memory does not grow with the history beyond that. */
const MOST = 20_000;
/** A longer history is broken off at a mainline commit; as many as this may be, evenly spread, lie on a way of `MOST` mainline commits. */
const STOPS = 300;

/** A part of the history that is mined in one go: all up to a mainline commit. */
export interface Stretch {
  readonly end: CommitOid;
  readonly commits: CommitLog;
}

/** The way from what is stored of a line to its tip: in one go, unless that is too long. */
export class Route {
  /** Where it leads. */
  readonly tip: CommitOid;
  readonly #session: Session;
  readonly #most: number;
  /** A stop at every so-manieth mainline commit. */
  readonly #every: number;
  /** Where it may be broken off, oldest first, for who comes from `from`; unknown until the way is seen to be long. */
  #stops: { readonly from: CommitOid | undefined; readonly list: readonly CommitOid[] } | undefined;
  /** How many stops the next stretch goes on. */
  #stride = (STOPS * 2) / 3;

  constructor(session: Session, tip: CommitOid, most: number = MOST) {
    this.#session = session;
    this.tip = tip;
    this.#most = most;
    this.#every = Math.ceil(most / STOPS);
  }

  /** Whether there is, or was, more of it than one stretch. */
  get isLong(): boolean {
    return this.#stops !== undefined;
  }

  /** The next stretch towards the tip, from the stored commit, if any, up to which all is mined. */
  async next(from?: CommitOid): Promise<Stretch> {
    const not = from === undefined ? [] : [from];
    const whole = this.#stops ? undefined : await this.#readTo(this.tip, not);
    return whole ?? this.#goOn(await this.#stopsFrom(from), not);
  }

  /** Undefined if that is too long. */
  async #readTo(end: CommitOid, not: readonly CommitOid[]): Promise<Stretch | undefined> {
    const commits = await readFewCommits(this.#session, { tip: end, not, most: this.#most });
    return commits && { end, commits };
  }

  async #goOn(stops: readonly CommitOid[], not: readonly CommitOid[]): Promise<Stretch> {
    for (;;) {
      const end = stops[this.#stride - 1] ?? this.tip;
      const stretch = await this.#readTo(end, not);
      if (stretch) {
        if (stretch.commits.size < this.#most / 4) this.#stride *= 2;
        return stretch;
      }
      // Each merge brings in many.
      if (this.#stride === 1) return { end, commits: await readNewCommits(this.#session, end, not) };
      this.#stride = Math.ceil(this.#stride / 2);
    }
  }

  async #stopsFrom(from: CommitOid | undefined): Promise<readonly CommitOid[]> {
    const known = this.#stops;
    if (known && known.from === from) return known.list;
    const passed = known && from !== undefined ? known.list.indexOf(from) : -1;
    if (known && passed >= 0) return known.list.slice(passed + 1);
    const list = await this.#session.repository.mainline(this.tip, { every: this.#every, not: from });
    this.#stops = { from, list };
    return list;
  }
}
