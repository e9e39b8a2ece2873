import type { Repository } from '../../../git/repository.ts';
import { decodeText } from '../../../markers/decode.ts';
import type { BlobOid } from '../../../model/git.ts';
import type { StandingLines } from '../../../verdicts/standing-lines.ts';
import { countStanding } from '../../../verdicts/standing-lines.ts';

/** Three versions of a file: before and after the commit that added lines, and the one in which they are looked for. */
export interface Versions {
  readonly before: BlobOid | null;
  readonly after: BlobOid;
  readonly tip: BlobOid;
}

const NONE: StandingLines = { added: 0, standing: 0, firstLine: null };

/** How many lines a commit added to each file, and how many of them stand; none for a text that is missing or too large. */
export async function countBatch(
  { repository }: { readonly repository: Repository },
  asked: readonly Versions[],
): Promise<StandingLines[]> {
  const blobs = [...new Set(asked.flatMap(({ before, after, tip }) => [before ?? after, after, tip]))];
  const bytes = await repository.texts(blobs);
  const texts = new Map(blobs.map((blob, index) => [blob, bytes[index]]));
  const textOf = (blob: BlobOid | null): string | null => {
    const found = blob === null ? null : texts.get(blob);
    return found ? decodeText(found) : null;
  };
  return asked.map(({ before, after, tip }) => {
    const text = textOf(after);
    return text === null ? NONE : countStanding({ before: textOf(before), after: text, tip: textOf(tip) });
  });
}
