import { decodeText } from '../../../markers/decode.ts';
import type { BlobOid } from '../../../model/git.ts';
import type { StandingLines } from '../../../verdicts/standing-lines.ts';
import { countStanding } from '../../../verdicts/standing-lines.ts';
import type { Session } from '../session.ts';

/** Three versions of a file: before and after the commit that added lines, and the one in which they are looked for. */
export interface Versions {
  readonly before: BlobOid | null;
  readonly after: BlobOid;
  readonly tip: BlobOid;
}

/** Files at a time: so many times three texts are in memory, and one git process reads them. */
const BATCH = 60;

const NONE: StandingLines = { added: 0, standing: 0, firstLine: null };

/** How many lines a commit added to each file, and how many of them stand; none for a text that is missing or too large. */
export async function countLines(session: Session, asked: readonly Versions[]): Promise<StandingLines[]> {
  const counts: StandingLines[] = [];
  for (let start = 0; start < asked.length; start += BATCH) {
    counts.push(...(await countBatch(session, asked.slice(start, start + BATCH))));
  }
  return counts;
}

async function countBatch({ repository }: Session, asked: readonly Versions[]): Promise<StandingLines[]> {
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
