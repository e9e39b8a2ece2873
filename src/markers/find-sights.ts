import type { Sight } from '../model/marker.ts';
import type { Ruleset } from './ruleset.ts';
import { VersionReader } from './versions/version-reader.ts';

/** A path, its `languageKey`, and what counts as a marker. */
export interface SightContext {
  readonly path: string;
  readonly key: string;
  readonly ruleset: Ruleset;
}

/** The markers of a blob with what stands around each; most blobs hold none and are told so by one look at their bytes. */
export function findSights(bytes: Uint8Array, { path, key, ruleset }: SightContext): readonly Sight[] {
  return new VersionReader(ruleset).findSights(bytes, { path, key });
}
