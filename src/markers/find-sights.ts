import type { Marker, Sight } from '../model/marker.ts';
import { decodeText } from './decode.ts';
import { mineBlob } from './mine-blob.ts';
import type { Ruleset } from './ruleset.ts';
import { findScopes } from './scopes/find-scopes.ts';
import type { SourceText } from './scopes/source-text.ts';
import { buildSource } from './scopes/source-text.ts';
import { surroundingsOf } from './scopes/surroundings.ts';
import type { Scopes } from './scopes/scope.ts';

/** A path, its `languageKey`, and what counts as a marker. */
export interface SightContext {
  readonly path: string;
  readonly key: string;
  readonly ruleset: Ruleset;
}

/** The markers of a blob with what stands around each; most blobs hold none and are told so by one look at their bytes. */
export function findSights(bytes: Uint8Array, { path, key, ruleset }: SightContext): Sight[] {
  const { markers } = mineBlob(bytes, key, ruleset);
  if (markers.length === 0) return [];
  const text = decodeText(bytes);
  const source = buildSource(path, text, { language: key });
  const scopes = findScopes(source);
  return markers.map((marker) => sightOf(marker, source, scopes));
}

function sightOf(marker: Marker, source: SourceText, scopes: Scopes): Sight {
  const { line, column, endLine, ...said } = marker;
  return { wording: { ...said, ...surroundingsOf(source, scopes, marker) }, line, column, endLine };
}
