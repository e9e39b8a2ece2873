import type { Marker, SkipReason } from '../model/marker.ts';
import { bufferOf, decodeText, encodingOf, isUtf16, textOffsets } from './decode.ts';
import { findMarkers, findMarkersAt } from './find-markers.ts';
import type { Ruleset } from './ruleset.ts';
import { findContentSkip, findTextSkip } from './skips.ts';
import { bytePlacesOf } from './versions/byte-places.ts';

/** What a blob holds, or why it was not searched. */
export interface Mined {
  readonly markers: readonly Marker[];
  readonly skipped?: SkipReason;
}

const NOTHING: Mined = { markers: [] };

/**
 * The markers of a blob. `key` is the path's `languageKey`; equal bytes, key and ruleset give equal results.
 * Most blobs are told to hold none by one look at their bytes; only the others are decoded.
 */
export function mineBlob(bytes: Uint8Array, key: string, ruleset: Ruleset): Mined {
  const reason = findContentSkip(bytes);
  if (reason) return { markers: [], skipped: reason };
  if (isUtf16(bytes)) return mineText(decodeText(bytes), key, ruleset);
  const places = bytePlacesOf(ruleset).find(bufferOf(bytes), 0, bytes.length);
  if (places.length === 0) return NOTHING;
  const encoding = encodingOf(bytes);
  const text = decodeText(bytes, encoding);
  const skipped = findTextSkip(text, key.split('/')[0] ?? '');
  if (skipped) return { markers: [], skipped };
  return { markers: findMarkersAt(text, textOffsets(bytes, encoding, places), { ruleset, path: '', key }) };
}

/** The same for a decoded text. */
export function mineText(text: string, key: string, ruleset: Ruleset): Mined {
  const skipped = findTextSkip(text, key.split('/')[0] ?? '');
  if (skipped) return { markers: [], skipped };
  return { markers: findMarkers(text, '', { ruleset, language: key }) };
}
