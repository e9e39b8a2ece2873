// Texts of many languages to measure with: made of the samples of the tests, or read from folders.
import { readdirSync, readFileSync } from 'node:fs';
import { findTokens } from '../dist/src/markers/tokens.js';
import { languageOf } from '../dist/src/markers/languages/lookup.js';
import { lineOfWords, picker, variants } from './c-text.mjs';

const FOLDER = new URL('../test/fixtures/comments/', import.meta.url);
// Of 57 languages on real files, half hold a comment or literal every 130 characters or more rarely, four fifths every 70.
const CHARACTERS_A_TOKEN = 70;

/** What the samples hold: every kind of comment and literal of a language once, in a few lines. */
export function samples() {
  return readdirSync(FOLDER)
    .toSorted()
    .map((file) => ({
      path: file.replace(/\.txt$/, ''),
      sample: `${readFileSync(new URL(file, FOLDER), 'latin1').trimEnd()}\n`,
    }));
}

/** The sample again and again and nothing else: a comment or literal every 12 characters, as nobody writes; its words change. */
export function denseText(sample, size) {
  const parts = [];
  let length = 0;
  for (const part of variants(sample)) {
    parts.push(part);
    length += part.length;
    if (length > size) return parts.join('');
  }
}

/** The same with lines of words between, so that comments and literals are as frequent as in real files. */
export function usualText({ path, sample, size }) {
  const { comments, literals } = findTokens(sample, path);
  const pick = picker();
  const parts = [];
  let [length, tokens] = [0, 0];
  for (const part of variants(sample)) {
    parts.push(part);
    length += part.length;
    tokens += comments.length + literals.length;
    while (length < tokens * CHARACTERS_A_TOKEN) {
      const line = `${lineOfWords(pick)}\n`;
      parts.push(line);
      length += line.length;
    }
    if (length > size) return parts.join('');
  }
}

/** In every hundredth line, or the next one with a letter: behind what closes a block alone it would keep it open. */
export function withKeywords(text, keyword) {
  let isDue = false;
  return text
    .split('\n')
    .map((line, index) => {
      isDue ||= index % 100 === 50;
      if (!isDue || !/[a-z]/i.test(line)) return line;
      isDue = false;
      return line + keyword;
    })
    .join('\n');
}

/** The files of folders, those of a language behind each other, up to a size; languages with little text are left out. */
export function readLanguages(folders, size) {
  const languages = new Map();
  for (const path of folders.flatMap(listFiles)) {
    const text = readFileSync(path, 'latin1');
    const name = languageOf(path, text.slice(0, 4000))?.name;
    if (name === undefined || text.includes('\0') || text.length > SIZE_OF_FILE) continue;
    const known = languages.get(name) ?? { name, path, text: '' };
    if (known.text.length < size) languages.set(name, { ...known, text: `${known.text}${text}\n` });
  }
  return [...languages.values()].filter(({ text }) => text.length > SIZE_OF_FILE / 4);
}

// Larger ones are mostly made by programs.
const SIZE_OF_FILE = 400_000;

function listFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === '.git' || entry.name === 'node_modules' ? [] : listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}
