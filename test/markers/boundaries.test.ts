import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findComments } from '../../src/markers/comments.ts';

// By the definition of each language, every YES stands in a comment and every NO outside of all.
const FOLDER = new URL('../../../test/fixtures/boundaries/', import.meta.url);

for (const file of readdirSync(FOLDER)) {
  const path = file.replace(/\.txt$/, '');
  test(`${path}: comments are what the language says they are`, () => {
    assert.deepEqual(linesThatDiffer(readFileSync(new URL(file, FOLDER), 'utf8'), path), []);
  });
}

function linesThatDiffer(text: string, path: string): string[] {
  const comments = findComments(text, path);
  const wrong = [...text.matchAll(/\b(YES|NO)\d*\b/g)].filter(({ index, 1: word }) => {
    const inside = comments.some(({ start, end }) => start <= index && index < end);
    return inside !== (word === 'YES');
  });
  return wrong.map(({ index, 0: word }) => `${word}: ${lineAt(text, index)}`);
}

function lineAt(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at) + 1).split('\n')[0] ?? '';
}
