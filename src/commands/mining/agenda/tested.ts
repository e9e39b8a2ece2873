import type { BlobOid } from '../../../model/git.ts';
import { isTest } from '../../../verdicts/test-pairs.ts';
import type { Session } from '../session.ts';

/** More tests than this are not read: then it is not known what they name. */
const MOST_TESTS = 3000;

/** So many texts are in memory at a time. */
const BATCH = 200;

/** For each name whether a test of the line's tip has it as a word; null where that is not known. Anonymous code has no name to look for. */
export async function findTested(
  { repository, line }: Session,
  names: readonly (string | null)[],
): Promise<(name: string | null) => boolean | null> {
  const wanted = new Set(names.flatMap((name) => nameIn(name) ?? []));
  const files = line.tip === null || wanted.size === 0 ? [] : (await repository.tree(line.tip)).files;
  const tests = files.filter(({ path }) => isTest(path) && CODE.test(path));
  if (tests.length === 0 || tests.length > MOST_TESTS) return () => null;
  const named = new Set<string>();
  for (let start = 0; start < tests.length; start += BATCH) {
    const blobs: BlobOid[] = tests.slice(start, start + BATCH).map(({ blob }) => blob);
    for (const text of await repository.texts(blobs)) noteNames(text?.toString('latin1') ?? '', wanted, named);
  }
  return (name) => {
    const word = nameIn(name);
    return word === null ? null : named.has(word);
  };
}

const CODE = /\.(?!(?:md|json|snap|txt|ya?ml|svg|png|lock)$)\w+$/i;

/** The last word of a definition's name: `Feed.fetch` is called by `fetch`. */
function nameIn(name: string | null): string | null {
  return /([A-Za-z_$][\w$]{2,})\W*$/.exec(name ?? '')?.[1] ?? null;
}

function noteNames(text: string, wanted: ReadonlySet<string>, named: Set<string>): void {
  for (const word of text.match(/[A-Za-z_$][\w$]{2,}/g) ?? []) if (wanted.has(word)) named.add(word);
}
