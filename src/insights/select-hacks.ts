import picomatch from 'picomatch';
import type { Hack } from '../model/hack.ts';

/** Which hacks to show; values of one field are alternatives, fields must all hold; an empty list means any. */
export interface Selection {
  readonly statuses: readonly string[];
  readonly kinds: readonly string[];
  readonly fates: readonly string[];
  /** Upper-case. */
  readonly tags: readonly string[];
  /** Parts of names or emails, in any case. */
  readonly authors: readonly string[];
  readonly owners: readonly string[];
  /** Globs or folders, relative to the repository's root. */
  readonly paths: readonly string[];
  readonly minAgeDays: number;
}

/** The hacks that a selection means, in the order given. */
export function selectHacks(hacks: readonly Hack[], selection: Selection): Hack[] {
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
  const isMatch = picomatch(folders, { dot: true });
  return (path) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`)) || isMatch(path);
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
