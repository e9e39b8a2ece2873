import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findMarkers } from '../../src/markers/find-markers.ts';
import { DETECTOR_VERSION } from '../../src/markers/ruleset.ts';
import { PIECES } from './versions/pieces.ts';

const FOLDER = new URL('../../../test/fixtures/boundaries/', import.meta.url);

/** What this version of the detector finds. */
const KNOWN = { version: 5, found: '8b9e268437dc26c3' };

test('a detector that finds other markers has another version, or databases would keep the old ones', () => {
  const hash = createHash('sha256');
  for (const file of readdirSync(FOLDER).toSorted()) {
    const text = readFileSync(new URL(file, FOLDER), 'utf8').replaceAll(/\b(?:YES|NO)\b/g, 'TODO: mend it');
    for (const each of [text, `${text}\n${PIECES.join('')}`])
      hash.update(JSON.stringify(findMarkers(each, file.replace(/\.txt$/, ''))));
  }
  const found = hash.digest('hex').slice(0, 16);
  assert.deepEqual(
    { version: DETECTOR_VERSION, found },
    KNOWN,
    'raise DETECTOR_VERSION, unless only the fixtures changed',
  );
});
