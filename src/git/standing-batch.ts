import { UnsoundError } from '../errors.ts';
import { MEMORY_SETTINGS } from './batch.ts';
import { FrameReader, type Frame } from './batch-frames.ts';
import { startGit, type GitContext, type RunningGit } from './process.ts';

const MIXED_UP = 'git cat-file answered another question than it was asked.';

/** So long a git stands by for the next question, in milliseconds. */
const IDLE = 1000;

/**
 * One `git cat-file --batch` that stands by between questions. A scan of preact asks 80 times for the texts of a few files; starting a git for
 * each cost 10 ms of this process and as much of git's. It does not keep the program alive, and ends when nobody asks any more.
 */
export class StandingBatch {
  readonly #context: GitContext;
  readonly #sizeLimit: number;
  #process: { readonly git: RunningGit; readonly reader: FrameReader } | undefined;
  #idle: NodeJS.Timeout | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Objects longer than the limit, in bytes, come without their bytes. */
  constructor(context: GitContext, sizeLimit: number) {
    this.#context = context;
    this.#sizeLimit = sizeLimit;
  }

  /** Hands the answer to every request to `onFrame`, in order; questions wait for each other. */
  read(requests: readonly string[], onFrame: (frame: Frame) => void): Promise<void> {
    if (requests.length === 0) return Promise.resolve();
    const answer = this.#last.then(() => this.#ask(requests, onFrame));
    // The next question is asked whatever became of this one, which its own asker is told.
    this.#last = answer.catch(() => undefined);
    return answer;
  }

  async #ask(requests: readonly string[], onFrame: (frame: Frame) => void): Promise<void> {
    clearTimeout(this.#idle);
    this.#process ??= {
      git: startGit(this.#context, { name: 'cat-file', args: ['--batch'], settings: MEMORY_SETTINGS }),
      reader: new FrameReader(this.#sizeLimit),
    };
    const { git, reader } = this.#process;
    git.ref();
    try {
      const answered = readAnswers(git, reader, { count: requests.length, onFrame });
      for (const request of requests) reader.expect(request);
      git.stdin.write(requests.map((request) => `${request}\n`).join(''));
      await Promise.race([answered, endedEarly(git)]);
      git.unref();
      this.#idle = setTimeout(() => this.#dismiss(git), IDLE).unref();
    } catch (error) {
      this.#process = undefined;
      git.kill();
      throw error;
    }
  }

  #dismiss(git: RunningGit): void {
    this.#process = undefined;
    git.stdin.end();
  }
}

/** A process that stands by ends with the program; before its answers were read it ended too early. */
async function endedEarly(git: RunningGit): Promise<never> {
  await git.ended;
  throw new UnsoundError('git cat-file ended before it had answered everything.');
}

interface Question {
  readonly count: number;
  readonly onFrame: (frame: Frame) => void;
}

function readAnswers({ stdout }: RunningGit, reader: FrameReader, { count, onFrame }: Question): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = count;
    const take = (chunk: Buffer): void => {
      try {
        for (let at = 0; at < chunk.length;) {
          const { next, frame } = reader.read(chunk, at);
          at = next;
          if (frame === undefined) continue;
          if (isMixedUp(frame)) throw new UnsoundError(MIXED_UP);
          onFrame(frame);
          left -= 1;
        }
        if (left > 0 || !reader.isSettled) return;
        stdout.off('data', take);
        resolve();
      } catch (error) {
        reject(error);
      }
    };
    stdout.on('data', take);
  });
}

/** Whether what was asked for by its oid is another object: then git answers a question of before. */
function isMixedUp({ type, oid, request }: Frame): boolean {
  return type !== 'missing' && oid !== request && !request.includes(':');
}
