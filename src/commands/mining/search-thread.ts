import { parentPort, workerData } from 'node:worker_threads';
import { UnsoundError } from '../../errors.ts';
import type { Location } from '../../git/location.ts';
import { Repository } from '../../git/repository.ts';
import type { Ruleset } from '../../markers/ruleset.ts';
import type { Sight } from '../../model/marker.ts';
import type { BlobAtPath } from './blob-list.ts';
import { searchHere } from './search-blobs.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly location: Location;
  readonly ruleset: Ruleset;
  readonly env: Readonly<Record<string, string>>;
}

/** What a thread says to a piece of the list: which of its blobs (by their numbers in it) show what, or why it failed. */
export type Answer =
  | { readonly kind: 'found'; readonly found: readonly (readonly [number: number, sights: readonly Sight[]])[] }
  | { readonly kind: 'failed'; readonly isUnsound: boolean; readonly message: string; readonly stack: string };

const { location, ruleset, env } = workerData as ThreadData;
const repository = new Repository(location, { env });

parentPort?.on('message', (piece: readonly BlobAtPath[]) => {
  void answerTo(piece).then((answer) => parentPort?.postMessage(answer, []));
});

async function answerTo(piece: readonly BlobAtPath[]): Promise<Answer> {
  try {
    const found: (readonly [number, readonly Sight[]])[] = [];
    let number = 0;
    await searchHere(piece, { repository, ruleset }, (sights) => {
      if (sights.length > 0) found.push([number, sights]);
      number += 1;
    });
    return { kind: 'found', found };
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', isUnsound: error instanceof UnsoundError, message, stack };
  }
}
