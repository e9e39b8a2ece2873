import { createRequire } from 'node:module';
import type picomatch from 'picomatch';
import type { Hack } from '../model/hack.ts';
import type { HackFilter } from '../model/request.ts';

/** The hacks that a selection means, in the order given; its paths are relative to the repository's root here. */
export function selectHacks(hacks: readonly Hack[], selection: HackFilter): Hack[] {
  const isInPaths = matchPaths(selection.paths);
  return hacks.filter(
    (hack) =>
      isAmong(selection.statuses, hack.status) &&
      isAmong(selection.kinds, hack.kind) &&
      isAmong(selection.tags, hack.tag) &&
      (selection.fates.length === 0 || (hack.fate !== null && selection.fates.includes(hack.fate))) &&
      isAuthor(selection.authors, hack) &&
      (selection.owners.length === 0 || (hack.owner !== null && isPart(selection.owners, hack.owner))) &&
      hack.ageDays >= selection.minAgeDays &&
      isInPaths(hack.path),
  );
}

/** Whether a path is one of these, lies in one of these folders, or fits one of these globs; no pattern fits everything. */
export function matchPaths(patterns: readonly string[]): (path: string) => boolean {
  const folders = patterns.map((pattern) => pattern.replace(/^\.\//, '').replace(/\/+$/, ''));
  if (folders.length === 0 || folders.includes('') || folders.includes('.')) return () => true;
  const isMatch = loadMatcher()(folders, { dot: true });
  return (path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)) || isMatch(path);
}

/** Most runs have no pattern, and loading this takes a tenth of what they take to start. */
function loadMatcher(): typeof picomatch {
  return createRequire(import.meta.url)('picomatch') as typeof picomatch;
}

function isAmong(allowed: readonly string[], value: string): boolean {
  return allowed.length === 0 || allowed.includes(value);
}

function isAuthor(parts: readonly string[], { introduced: { author } }: Hack): boolean {
  return parts.length === 0 || isPart(parts, author.name) || isPart(parts, author.email ?? '');
}

function isPart(parts: readonly string[], whole: string): boolean {
  const lower = whole.toLowerCase();
  return parts.some((part) => lower.includes(part.toLowerCase()));
}
