import { Worker } from 'node:worker_threads';
import { UnsoundError } from '../../errors.ts';
import type { Sight } from '../../model/marker.ts';
import type { BlobAtPath } from './blob-list.ts';
import type { Search, TakeSights } from './search-blobs.ts';
import type { Answer, ThreadData } from './search-thread.ts';

/** Blobs per piece of work: few git processes, and yet all threads end at about the same time. */
const PIECE = 2000;
const SMALLEST_PIECE = 250;
/** Pieces that may wait for an earlier one to be handed on, per thread. */
const AHEAD = 4;

/**
 * Searches the list in `search.jobs` threads. Each takes the next piece of the list, reads it with a git process of its own and answers
 * with what it found; the answers are handed on in the order of the list, whichever thread was first.
 */
export async function searchInThreads(list: readonly BlobAtPath[], search: Search, take: TakeSights): Promise<void> {
  search.signal.throwIfAborted();
  const crew = new Crew(search);
  try {
    await Promise.race([handOn(cutList(list, search.jobs), crew, take), crew.broken]);
  } finally {
    await crew.dismiss();
  }
}

/** Pieces of neighbours, so that most versions of a file stay together. */
function cutList(list: readonly BlobAtPath[], jobs: number): readonly (readonly BlobAtPath[])[] {
  const size = Math.min(PIECE, Math.max(SMALLEST_PIECE, Math.ceil(list.length / (8 * jobs))));
  const pieces: (readonly BlobAtPath[])[] = [];
  for (let at = 0; at < list.length; at += size) pieces.push(list.slice(at, at + size));
  return pieces;
}

async function handOn(pieces: readonly (readonly BlobAtPath[])[], crew: Crew, take: TakeSights): Promise<void> {
  const answers: Promise<readonly Found[]>[] = [];
  for (const [index, piece] of pieces.entries()) {
    while (answers.length < pieces.length && answers.length < index + AHEAD * crew.size) {
      answers.push(crew.search(pieces[answers.length] ?? []));
    }
    const found = new Map(await answers[index]);
    for (const [number, at] of piece.entries()) {
      const busy = take(found.get(number) ?? [], at);
      if (busy) await busy;
    }
  }
}

/** The number of a blob in its piece, and what it shows. */
type Found = readonly [number: number, sights: readonly Sight[]];

interface Task {
  readonly piece: readonly BlobAtPath[];
  readonly done: (found: readonly Found[]) => void;
}

/** Threads that take one task after the other. */
class Crew {
  /** Never fulfilled; rejected when a thread fails, ends too early, or all shall stop. */
  readonly broken: Promise<never>;
  readonly size: number;
  readonly #workers: readonly Worker[];
  readonly #waiting: Task[] = [];
  readonly #idle: Worker[];
  readonly #dismissed = new AbortController();

  constructor({ jobs, repository, ruleset, env, signal }: Search) {
    const workerData: ThreadData = { location: repository.location, ruleset, env };
    const script = new URL('./search-thread.js', import.meta.url);
    this.#workers = Array.from({ length: jobs }, () => new Worker(script, { workerData }));
    this.#idle = [...this.#workers];
    this.size = jobs;
    this.broken = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { signal: this.#dismissed.signal });
      for (const worker of this.#workers) {
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`a thread ended with code ${code}`)));
        worker.on('message', (answer: Answer) => answer.kind === 'failed' && reject(errorOf(answer)));
      }
    });
    // Whoever waits for it also waits for the work, which may fail first.
    this.broken.catch(() => undefined);
  }

  search(piece: readonly BlobAtPath[]): Promise<readonly Found[]> {
    return new Promise((done) => {
      this.#waiting.push({ piece, done });
      this.#assign();
    });
  }

  async dismiss(): Promise<void> {
    this.#dismissed.abort();
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #assign(): void {
    const worker = this.#idle.pop();
    const task = worker && this.#waiting.shift();
    if (worker === undefined) return;
    if (task === undefined) {
      this.#idle.push(worker);
      return;
    }
    const listen = (answer: Answer): void => {
      worker.off('message', listen);
      if (answer.kind === 'failed') return;
      this.#idle.push(worker);
      task.done(answer.found);
      this.#assign();
    };
    worker.on('message', listen);
    worker.postMessage(task.piece, []);
  }
}

/** The user's errors stay what they are; everything else is a bug and keeps its stack. */
function errorOf({ isUnsound, message, stack }: Extract<Answer, { kind: 'failed' }>): Error {
  if (isUnsound) return new UnsoundError(message);
  return Object.assign(new Error(message), { stack });
}
