import { UnsoundError } from '../errors.ts';
import { MEMORY_SETTINGS } from './batch.ts';
import { FrameReader, type Frame } from './batch-frames.ts';
import { openChannel } from './channel.ts';
import { startGit, type GitContext, type RunningGit } from './process.ts';

const MIXED_UP = 'git cat-file answered another question than it was asked.';
const ENDED_EARLY = 'git cat-file ended before it had answered everything.';

/** So many requests at once come from who reads a whole history: then a channel pays, which takes 2 ms to open. */
const MANY = 64;

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
  /** Set once nothing it says is believed any more. */
  isOver: boolean;
}

/**
 * One `git cat-file --batch` that stands by between questions. A scan of preact asks 80 times for the texts of a few files; starting a git for
 * each cost 10 ms of this process and as much of git's. It does not keep the program alive, and ends when nobody asks any more.
 */
export class StandingBatch {
  readonly #context: GitContext;
  readonly #sizeLimit: number;
  #standing: Promise<Standing> | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** Objects longer than the limit, in bytes, come without their bytes. */
  constructor(context: GitContext, sizeLimit: number) {
    this.#context = context;
    this.#sizeLimit = sizeLimit;
  }

  /** Hands the answer to every request to `onFrame`, in order, and after those to earlier questions. */
  async read(requests: readonly string[], onFrame: (frame: Frame) => void): Promise<void> {
    if (requests.length === 0) return;
    this.#standing ??= this.#start(requests.length >= MANY);
    const standing = await this.#standing;
    clearTimeout(this.#idle);
    // It ended while we waited for it to start; the next one is asked at once.
    if (standing.isOver) return this.read(requests, onFrame);
    const { git, reader, questions } = standing;
    const answered = new Promise<void>((done, failed) => {
      questions.push({ left: requests.length, onFrame, done, failed });
    });
    git.ref();
    for (const request of requests) reader.expect(request);
    git.stdin.write(requests.map((request) => `${request}\n`).join(''));
    await answered;
  }

  async #start(isForMuch: boolean): Promise<Standing> {
    // The channel is open before there is anything to take.
    const taker: { take: (chunk: Buffer) => void } = { take: () => undefined };
    const channel = isForMuch ? await openChannel((chunk) => taker.take(chunk)) : undefined;
    const git = startGit(this.#context, { name: 'cat-file', args: ['--batch'], settings: MEMORY_SETTINGS }, channel);
    const standing = { git, reader: new FrameReader(this.#sizeLimit), questions: [], isOver: false };
    taker.take = (chunk) => this.#take(standing, chunk);
    if (!channel) git.stdout.on('data', taker.take);
    // One that stands by ends when it is told to; before its answers were read it ended too early.
    git.ended.then(
      () => this.#fail(standing, new UnsoundError(ENDED_EARLY)),
      (error: unknown) => this.#fail(standing, error),
    );
    return standing;
  }

  #take(standing: Standing, chunk: Buffer): void {
    const { reader, questions } = standing;
    if (standing.isOver) return;
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

  #standBy(standing: Standing): void {
    const { git } = standing;
    git.unref();
    this.#idle = setTimeout(() => {
      this.#standing = undefined;
      standing.isOver = true;
      git.stdin.end();
    }, IDLE).unref();
  }

  /** Nothing this git says is believed any more; the next question is asked of another. */
  #fail(standing: Standing, reason: unknown): void {
    if (!standing.isOver) this.#standing = undefined;
    standing.isOver = true;
    for (const { failed } of standing.questions.splice(0)) failed(reason);
    standing.git.kill();
  }
}

/** Whether what was asked for by its oid is another object: then git answers a question of before. */
function isMixedUp({ type, oid, request }: Frame): boolean {
  return type !== 'missing' && oid !== request && !request.includes(':');
}
