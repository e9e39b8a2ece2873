import type { Sight, Wording } from '../../model/marker.ts';

/** Keeps each wording once: thousands of versions of a file say the same. */
export class WordingPool {
  readonly #wordings = new Map<string, Wording>();

  /** The same sights, with wordings shared with all sights before. */
  share(sights: readonly Sight[]): readonly Sight[] {
    return sights.map((sight) => ({ ...sight, wording: this.#shared(sight.wording) }));
  }

  #shared(wording: Wording): Wording {
    const { around } = wording;
    const key = `${wording.tag}\0${wording.text}\0${around.before}\0${around.code}\0${around.scope}\0${wording.owner}\0${wording.enclosing}`;
    const known = this.#wordings.get(key);
    if (known) return known;
    this.#wordings.set(key, wording);
    return wording;
  }
}
