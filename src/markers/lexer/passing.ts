import type { Leap } from './leap.ts';
import type { Stops } from './stops.ts';

/** Characters that a leap passes if nothing stops it, mostly. */
const SHORT = 48;
/** After short leaps, at most so many tokens are taken one by one before another is tried. */
const PAUSE = 4;

/** Passes over the tokens of a text that nobody wants to know. */
export class Passing {
  readonly #text: string;
  readonly #stops: Stops;
  #at = 0;
  /** What is wanted next begins here, at the earliest; Infinity if nothing is. */
  #limit = 0;
  /** Limits that a far leap, and a near one, would pass. */
  #closeTo = -1;
  #nextTo = -1;
  /** Tokens to be taken before the next leap: as many as short leaps went before. */
  #pause = 0;
  #shorts = 0;

  constructor(text: string, stops: Stops) {
    this.#text = text;
    this.#stops = stops;
  }

  /** Whether tokens from `at` on may still be wanted. `lastComment` is where the last one ends. */
  isWanted(at: number, lastComment: number): boolean {
    // On the way to what is wanted, a token more or less does not matter.
    if (--this.#pause < 0 || at >= this.#limit) this.#limit = this.#stops.limitFrom(at, lastComment);
    return this.#limit < Infinity;
  }

  /** Where to go on from `at`, in a mode whose tokens are passed over like this. */
  leap(at: number, { far, near }: Leap): number {
    this.#at = at;
    const limit = this.#limit;
    if (this.#pause >= 0 || limit <= at || limit === this.#nextTo) return at;
    if (limit !== this.#closeTo && this.#leapOn(far)) this.#closeTo = limit;
    if (limit === this.#closeTo && this.#leapOn(near)) this.#nextTo = limit;
    return this.#at;
  }

  /** Leaps on as long as it does not pass the limit; whether the next leap would. */
  #leapOn(regex: RegExp): boolean {
    for (;;) {
      regex.lastIndex = this.#at;
      const isPassed = regex.test(this.#text);
      if (isPassed && regex.lastIndex > this.#limit) return true;
      const length = isPassed ? regex.lastIndex - this.#at : 0;
      this.#at += length;
      if (length < SHORT) {
        // Something stopped it, most likely, and will do so again.
        this.#shorts = Math.min(this.#shorts + 1, PAUSE);
        this.#pause = this.#shorts;
        return false;
      }
      this.#shorts = 0;
    }
  }
}
