import type { Bench, Line } from './model.ts';
import type { Random } from './random.ts';
import { at } from './random.ts';

interface Language {
  readonly extension: string;
  readonly comment: string;
  readonly end: string;
  readonly header: (name: string) => string;
  readonly footer: string | null;
}

export const LANGUAGES: readonly Language[] = [
  { extension: '.ts', comment: '//', end: ';', header: (name) => `function ${name}() {`, footer: '}' },
  { extension: '.py', comment: '#', end: '', header: (name) => `def ${name}():`, footer: null },
];

/** Few, so that equal markers meet. */
const ADMISSIONS = [
  'TODO',
  'TODO fix the cache',
  'TODO remove before the demo',
  'TODO handle the empty feed',
  "TODO don't do this",
  'TODO ask anna about the queue',
  'FIXME',
  'FIXME fix the cache',
  'FIXME broken on Mondays',
  'HACK: retry',
  'HACK: wait until it is ready',
  'XXX why does this work',
];
const TAGS = ['TODO', 'FIXME', 'HACK:', 'XXX'];
const VERBS = ['load', 'save', 'send', 'parse', 'merge', 'count', 'sort', 'draw', 'open', 'fold', 'skip', 'trim'];
const NOUNS = ['Feed', 'Cache', 'Login', 'Queue', 'User', 'Song', 'Photo', 'Score', 'Level', 'Pizza', 'Robot', 'Badge'];
/** Lines that stand in many places, so that contexts are not always unique. */
const COMMON_LINES = ['await ready()', 'count += 1', 'return'];
const COMMON_SHARE = 0.06;

export function languageOf(path: string): Language {
  return LANGUAGES.find((language) => path.endsWith(language.extension)) ?? at(LANGUAGES, 0);
}

/** A comment line that admits something, with a hack of its own. */
export function buildMarker(bench: Bench, { path, indent }: { path: string; indent: string }): Line {
  const text = `${indent}${languageOf(path).comment} ${bench.random.pick(ADMISSIONS)}`;
  return { id: bench.fresh(), kind: 'marker', text, hack: bench.fresh() };
}

export function buildStatement(bench: Bench, { path, indent }: { path: string; indent: string }): Line {
  const { random } = bench;
  const call = `${random.pick(VERBS)}${random.pick(NOUNS)}(${random.pick(NOUNS).toLowerCase()}, ${random.below(100)})`;
  const statement = random.chance(COMMON_SHARE) ? random.pick(COMMON_LINES) : call;
  return { id: bench.fresh(), kind: 'code', text: `${indent}${statement}${languageOf(path).end}`, hack: null };
}

/** A function of two to five statements, now and then with a marker, and the blank line after it. */
export function buildFunction(bench: Bench, path: string): Line[] {
  const { random } = bench;
  const { header, footer } = languageOf(path);
  const name = `${random.pick(VERBS)}${random.pick(NOUNS)}${random.below(100)}`;
  const lines: Line[] = [{ id: bench.fresh(), kind: 'header', text: header(name), hack: null }];
  const place = { path, indent: '  ' };
  const marked = random.chance(0.45) ? random.below(2) : -1;
  for (let count = 2 + random.below(4); count > 0; count -= 1) {
    if (count - 1 === marked) lines.push(buildMarker(bench, place));
    lines.push(buildStatement(bench, place));
  }
  if (footer !== null) lines.push({ id: bench.fresh(), kind: 'footer', text: footer, hack: null });
  return [...lines, { id: bench.fresh(), kind: 'blank', text: '', hack: null }];
}

/** Another wording of the same admission: another tag, another word, or a word more. */
export function reword(random: Random, text: string): string {
  const [, head = '', tag = '', rest = ''] = /^(\s*\S+ )(\S+)(.*)$/.exec(text) ?? [];
  if (random.chance(0.4)) return `${head}${random.pick(TAGS.filter((other) => other !== tag))}${rest}`;
  const words = rest.trim() === '' ? [] : rest.trim().split(' ');
  const word = random.pick(NOUNS).toLowerCase();
  if (words.length < 3 || random.chance(0.3)) words.push(word);
  else words[random.below(words.length)] = word;
  return `${head}${tag} ${words.join(' ')}`;
}

/** A path that no file of the tree has. `folder` ends with `/` or is empty. */
export function buildPath(bench: Bench, { extension, folder }: { extension: string; folder?: string }): string {
  const { random } = bench;
  const place = folder ?? random.pick(['', 'src/', 'src/feed/', 'app/', 'tools/']);
  return `${place}${random.pick(NOUNS).toLowerCase()}${bench.fresh()}${extension}`;
}
