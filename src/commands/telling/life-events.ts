import { decodeText } from '../../markers/decode.ts';
import type { Place } from '../../model/lineage.ts';
import type { Excerpt, LifeEvent } from '../../model/report.ts';
import type { StoredEvent } from '../../model/store.ts';
import type { Session } from '../mining/session.ts';
import type { Telling } from './hack-document.ts';
import { personRef } from './hack-document.ts';
import { isoDate } from './iso-date.ts';

/** What happened to a hack, each with the marker's lines before and after. Reads every version of the file that an event names, once. */
export async function lifeEvents(
  { repository }: Session,
  events: readonly StoredEvent[],
  telling: Telling,
): Promise<LifeEvent[]> {
  const blobs = [
    ...new Set(events.flatMap(({ before, after }) => [before, after].flatMap((place) => place?.blob ?? []))),
  ];
  const texts = await repository.texts(blobs);
  const lines = new Map(blobs.map((blob, index) => [blob, linesOf(texts[index] ?? null)]));
  const excerpt = (place: Place | null): Excerpt | null => place && excerptAt(place, lines.get(place.blob) ?? []);
  return events.map(({ kind, commit, before, after, into, why }) => ({
    kind,
    commit: commit.oid,
    landed: commit.landedOid,
    date: isoDate(commit.commitTime),
    author: personRef(commit.author, telling),
    subject: commit.subject,
    before: excerpt(before),
    after: excerpt(after),
    into,
    why,
  }));
}

function linesOf(bytes: Uint8Array | null): string[] {
  return bytes === null ? [] : decodeText(bytes).split(/\r\n|\n|\r/);
}

function excerptAt({ path, line, endLine }: Place, lines: readonly string[]): Excerpt {
  return { path, line, lines: lines.slice(line - 1, endLine) };
}
