import type { BlobOid, RepoPath, TreeEntry } from '../../../model/git.ts';
import { isTest } from '../../../verdicts/test-pairs.ts';
import type { MarkerRules } from '../marker-rules.ts';
import type { Session } from '../session.ts';

/** What the rest of the code says of a definition's name; null where that is not known. */
export interface Naming {
  readonly isTested: boolean | null;
  readonly isUsed: boolean | null;
}

/** More files than this are not read: then it is not known what they name. */
const MOST_FILES = 4000;

/** So many texts are in memory at a time. */
const BATCH = 200;

const UNKNOWN: Naming = { isTested: null, isUsed: null };

/**
 * For each name whether a test of the line's tip has it as a word, and whether any code has it beside the place where it is defined.
 * Anonymous code has no name to look for. Code that a framework finds by its file's name looks unused: it is a hint.
 */
export async function findNamed(
  { repository, line, rules }: Session,
  names: readonly (string | null)[],
): Promise<(name: string | null) => Naming> {
  const wanted = new Set(names.flatMap((name) => nameIn(name) ?? []));
  const files = line.tip === null || wanted.size === 0 ? [] : (await repository.tree(line.tip)).files;
  const code = files.filter(({ path }) => isCode(path, rules));
  const tests = code.filter(({ path }) => isTest(path));
  const others = code.filter(({ path }) => !isTest(path));
  const [inTests, inOthers] = [await count(repository, tests, wanted), await count(repository, others, wanted)];
  return (name) => {
    const word = nameIn(name);
    if (word === null) return UNKNOWN;
    const tested = inTests && inTests.has(word);
    return { isTested: tests.length === 0 ? null : tested, isUsed: inOthers && isUsed(inOthers.get(word), tested) };
  };
}

/** Once is the definition itself; what stands in no text of the tip at all says nothing. */
function isUsed(times: number | undefined, isTested: boolean | null): boolean | null {
  if (times === undefined || isTested === null) return null;
  return times > 1 || isTested;
}

/** Whether a file may name a definition: no prose, no data. */
export function isCode(path: RepoPath, rules: MarkerRules): boolean {
  return CODE.test(path) && rules.languageOf(path) !== undefined;
}

const CODE = /\.(?!(?:md|json|snap|txt|ya?ml|svg|png|lock)$)\w+$/i;

/** The last word of a definition's name: `Feed.fetch` is called by `fetch`. */
export function nameIn(name: string | null): string | null {
  return /([A-Za-z_$][\w$]{2,})\W*$/.exec(name ?? '')?.[1] ?? null;
}

/** How often each wanted word stands in the files; null where they are too many. */
async function count(
  repository: Session['repository'],
  files: readonly TreeEntry[],
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number> | null> {
  if (files.length > MOST_FILES) return null;
  const counts = new Map<string, number>();
  for (let start = 0; start < files.length && wanted.size > 0; start += BATCH) {
    const blobs: BlobOid[] = files.slice(start, start + BATCH).map(({ blob }) => blob);
    for (const text of await repository.texts(blobs))
      for (const [word, times] of countNames(text?.toString('latin1') ?? '', wanted))
        counts.set(word, (counts.get(word) ?? 0) + times);
  }
  return counts;
}

/** How often each of these words stands in a text. */
export function countNames(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.match(/[A-Za-z_$][\w$]{2,}/g) ?? [])
    if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
