import { UnsoundError } from '../errors.ts';
import { FrameReader, type OnFrame } from './batch-frames.ts';
import { startGit, type GitContext, type RunningGit } from './process.ts';

/** What to ask one `git cat-file --batch`. */
export interface Batch {
  /** Object names, one line each; taken from the iterable only as fast as git takes them. */
  readonly requests: Iterable<string>;
  /** Longer objects are read past and come without their bytes. In bytes. */
  readonly sizeLimit: number;
}

/** Keeps git small beside big packs: redis takes 48 MB instead of 270, for a fifth more time. */
export const MEMORY_SETTINGS = [
  'core.deltaBaseCacheLimit=16m',
  'core.packedGitWindowSize=4m',
  'core.packedGitLimit=32m',
];
/** Requests per write. */
const WRITE_SIZE = 256;

/** Hands the answer to every request to `onFrame`, in order, from one git process. */
export async function readBatch(context: GitContext, batch: Batch, onFrame: OnFrame): Promise<void> {
  const git = startGit(context, { name: 'cat-file', args: ['--batch'], settings: MEMORY_SETTINGS });
  const reader = new FrameReader(batch.sizeLimit);
  try {
    const reading = readFrames(git, reader, onFrame);
    await Promise.all([reading, writeRequests(git, reader, batch.requests)]);
    await git.ended;
    if (!reader.isSettled) throw new UnsoundError('git cat-file ended before it had answered everything.');
  } finally {
    git.kill();
  }
}

async function writeRequests(git: RunningGit, reader: FrameReader, requests: Iterable<string>): Promise<void> {
  let lines = '';
  let count = 0;
  for (const request of requests) {
    reader.expect(request);
    lines += `${request}\n`;
    count += 1;
    if (count % WRITE_SIZE !== 0) continue;
    if (!git.stdin.write(lines)) await untilWritable(git);
    // A git that ended without reading on: `ended` tells how.
    if (git.stdin.destroyed) return;
    lines = '';
  }
  git.stdin.end(lines);
}

async function untilWritable({ stdin }: RunningGit): Promise<void> {
  if (stdin.destroyed) return;
  await new Promise<void>((resolve) => {
    const goOn = (): void => {
      stdin.off('drain', goOn).off('close', goOn);
      resolve();
    };
    stdin.on('drain', goOn).on('close', goOn);
  });
}

/** Events instead of `for await`: with ten thousand chunks a second the promises would be felt. */
function readFrames(git: RunningGit, reader: FrameReader, onFrame: OnFrame): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => {
      git.stdout.removeAllListeners('data');
      git.kill();
      reject(error);
    };
    // Node lets a paused pipe flow again when its process ends, so chunks may come while a taker is busy: they wait for it.
    let busy: Promise<void> | undefined;
    git.stdout.on('data', (chunk: Buffer) => {
      try {
        const work = busy
          ? busy.then(() => deliver(reader, { chunk, at: 0 }, onFrame))
          : deliver(reader, { chunk, at: 0 }, onFrame);
        if (work === undefined) return;
        git.stdout.pause();
        busy = work;
        work.then(() => {
          if (busy !== work) return;
          busy = undefined;
          git.stdout.resume();
        }, fail);
      } catch (error) {
        fail(error);
      }
    });
    git.stdout.on('close', () => void (busy ? busy.then(resolve, reject) : resolve()));
  });
}

/** Hands on every frame of the chunk from `at`; a promise if a taker asked for time. */
function deliver(
  reader: FrameReader,
  from: { readonly chunk: Buffer; readonly at: number },
  onFrame: OnFrame,
): Promise<void> | undefined {
  let at = from.at;
  while (at < from.chunk.length) {
    const { next, frame } = reader.read(from.chunk, at);
    at = next;
    if (frame === undefined) continue;
    const busy = onFrame(frame);
    if (busy !== undefined) return busy.then(() => deliver(reader, { chunk: from.chunk, at: next }, onFrame));
  }
  return undefined;
}
