import { UnsoundError } from '../errors.ts';
import { MEMORY_SETTINGS } from './batch.ts';
import { FrameReader, type Frame } from './batch-frames.ts';
import { startGit, type GitContext, type RunningGit } from './process.ts';

const MIXED_UP = 'git cat-file answered another question than it was asked.';
const ENDED_EARLY = 'git cat-file ended before it had answered everything.';

/** So long a git stands by for the next question, in milliseconds. */
const IDLE = 1000;

interface Question {
  /** Requests that are not answered yet. */
  left: number;
  readonly onFrame: (frame: Frame) => void;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** A git at work, and what it was asked, the oldest first. */
interface Standing {
  readonly git: RunningGit;
  readonly reader: FrameReader;
  readonly questions: Question[];
}

/**
 * One `git cat-file --batch` that stands by between questions. A scan of preact asks 80 times for the texts of a few files; starting a git for
 * each cost 10 ms of this process and as much of git's. It does not keep the program alive, and ends when nobody asks any more.
 */
export class StandingBatch {
  readonly #context: GitContext;
  readonly #sizeLimit: number;
  #standing: Standing | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** Objects longer than the limit, in bytes, come without their bytes. */
  constructor(context: GitContext, sizeLimit: number) {
    this.#context = context;
    this.#sizeLimit = sizeLimit;
  }

  /** Hands the answer to every request to `onFrame`, in order, and after those to earlier questions. */
  async read(requests: readonly string[], onFrame: (frame: Frame) => void): Promise<void> {
    if (requests.length === 0) return;
    clearTimeout(this.#idle);
    this.#standing ??= this.#start();
    const { git, reader, questions } = this.#standing;
    const answered = new Promise<void>((done, failed) => {
      questions.push({ left: requests.length, onFrame, done, failed });
    });
    git.ref();
    for (const request of requests) reader.expect(request);
    git.stdin.write(requests.map((request) => `${request}\n`).join(''));
    await answered;
  }

  #start(): Standing {
    const git = startGit(this.#context, { name: 'cat-file', args: ['--batch'], settings: MEMORY_SETTINGS });
    const standing: Standing = { git, reader: new FrameReader(this.#sizeLimit), questions: [] };
    git.stdout.on('data', (chunk: Buffer) => this.#take(standing, chunk));
    // One that stands by ends when it is told to; before its answers were read it ended too early.
    git.ended.then(
      () => this.#fail(standing, new UnsoundError(ENDED_EARLY)),
      (error: unknown) => this.#fail(standing, error),
    );
    return standing;
  }

  #take(standing: Standing, chunk: Buffer): void {
    const { reader, questions } = standing;
    const answered: Question[] = [];
    try {
      for (let at = 0; at < chunk.length;) {
        const { next, frame } = reader.read(chunk, at);
        at = next;
        const [question] = questions;
        if (frame === undefined || question === undefined) continue;
        if (isMixedUp(frame)) throw new UnsoundError(MIXED_UP);
        question.onFrame(frame);
        question.left -= 1;
        if (question.left === 0) answered.push(...questions.splice(0, 1));
      }
      for (const { done } of answered) done();
      if (questions.length === 0 && reader.isSettled) this.#standBy(standing);
    } catch (error) {
      questions.unshift(...answered);
      this.#fail(standing, error);
    }
  }

  #standBy({ git }: Standing): void {
    git.unref();
    this.#idle = setTimeout(() => {
      this.#standing = undefined;
      git.stdin.end();
    }, IDLE).unref();
  }

  /** Nothing this git says is believed any more; the next question is asked of another. */
  #fail(standing: Standing, reason: unknown): void {
    if (this.#standing === standing) this.#standing = undefined;
    for (const { failed } of standing.questions.splice(0)) failed(reason);
    standing.git.stdout.removeAllListeners('data');
    standing.git.kill();
  }
}

/** Whether what was asked for by its oid is another object: then git answers a question of before. */
function isMixedUp({ type, oid, request }: Frame): boolean {
  return type !== 'missing' && oid !== request && !request.includes(':');
}
