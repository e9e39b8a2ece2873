import { isTerse } from '../../history/similarity.ts';
import type { PathChange } from '../../model/git.ts';
import type { Wording } from '../../model/marker.ts';
import type { BlobAtPath } from '../mining/blob-list.ts';
import { skimBlobs } from '../mining/search-blobs.ts';
import { withWorkforce, type TreeSearch } from './tree-places.ts';

type Sayings = readonly Pick<Wording, 'tag' | 'text'>[];

/**
 * Leaves out the files whose hacks say the same, one after the other, in both trees: these did nothing, whatever became of the code around
 * them. Most files are such files, and what stands around a hack takes twice as long to find as what it says.
 */
export async function leaveOutEqual(search: TreeSearch, changes: readonly PathChange[]): Promise<PathChange[]> {
  const files = changes.map((change) => ({
    change,
    old: blobOf(search, change, 'before'),
    young: blobOf(search, change, 'after'),
  }));
  const sayings = await skim(
    search,
    files.flatMap(({ old, young }) => [old ?? [], young ?? []].flat()),
  );
  const said = (at: BlobAtPath | undefined): Sayings => (at && sayings.get(at)) ?? [];
  return files.filter(({ old, young }) => !areEqual(said(old), said(young))).map(({ change }) => change);
}

function blobOf({ rules }: TreeSearch, change: PathChange, side: 'before' | 'after'): BlobAtPath | undefined {
  const [{ path, [side]: blob }, language] = [change, rules.languageOf(change.path)];
  return blob === null || language === undefined ? undefined : { path, blob, language };
}

async function skim(search: TreeSearch, list: readonly BlobAtPath[]): Promise<ReadonlyMap<BlobAtPath, Sayings>> {
  const known = new Map<BlobAtPath, Sayings>();
  for (const at of list) {
    const sights = search.cache?.find(at.blob, at.language);
    if (sights)
      known.set(
        at,
        sights.map(({ wording }) => wording),
      );
  }
  const unknown = list.filter((at) => !known.has(at));
  if (unknown.length === 0) return known;
  const sayings = await withWorkforce(search, (workforce) => skimBlobs(unknown, workforce));
  for (const [index, at] of unknown.entries()) known.set(at, sayings[index] ?? []);
  return known;
}

/** A text that says little (`TODO` alone) may be anybody's: then what stands around it decides. */
function areEqual(old: Sayings, young: Sayings): boolean {
  return (
    old.length === young.length &&
    old.every(({ tag, text }, index) => {
      const other = young[index];
      return other !== undefined && tag === other.tag && text === other.text && !isTerse(text);
    })
  );
}
