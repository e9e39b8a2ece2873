import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLanguage } from '../../../src/markers/languages/lookup.ts';
import { LOCAL_LANGUAGES } from '../../../src/markers/versions/local-languages.ts';
import { lexChanged, lexWhole } from '../../../src/markers/versions/lexed-text.ts';
import { VersionText } from '../../../src/markers/versions/version-text.ts';

const LINES = 400;
const before = Array.from({ length: LINES }, (_, line) => `let song_${line} = "${line}"; // \`track\` ${line}\n\n`);
const after = before.with(LINES / 2, 'let chorus = "la la";\n');

function textOf(lines: readonly string[]): VersionText {
  return new VersionText(Buffer.from(lines.join('')), 'latin1');
}

for (const language of LOCAL_LANGUAGES.keys()) {
  test(`of a changed ${language} text only the neighbourhood of the change is cut again`, () => {
    assert.ok(findLanguage(language));
    const head = before.slice(0, LINES / 2).join('').length;
    const hunk = {
      oldFrom: head,
      oldTo: head + (before[LINES / 2] ?? '').length,
      from: head,
      to: head + (after[LINES / 2] ?? '').length,
    };
    const wanted = { key: language, places: [] };
    const { stretches } = lexChanged(lexWhole(textOf(before), wanted), textOf(after), { hunks: [hunk], ...wanted });
    const [stretch] = stretches ?? [];
    assert.ok(stretch && stretch.to - stretch.from < 0.2 * after.join('').length, JSON.stringify(stretch));
  });
}
