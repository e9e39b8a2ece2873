import { spawn, type ChildProcessByStdio } from 'node:child_process';
import process from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { UnsoundError } from '../errors.ts';
import type { Channel } from './channel.ts';
import { buildArguments, type GitCommand } from './command.ts';

/** How and where git is run: the program, its whole environment, its working folder, and what stops it. */
export interface GitContext {
  readonly git: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly signal?: AbortSignal;
}

/** Its `stdout` is null where a channel takes what it writes. */
type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** A git process at work. `ended` rejects unless it ends with exit code 0; whoever reads must also await it. */
export interface RunningGit {
  readonly stdin: Writable;
  /** Without data where a channel takes them. */
  readonly stdout: Readable;
  readonly ended: Promise<void>;
  /** Kills the process with its whole group; harmless when it has ended. */
  kill(): void;
  /** Lets the program end although git is at work, which then ends, too; `ref` takes that back. */
  unref(): void;
  ref(): void;
}

/** What keeps the program alive, or not. A child's pipes are sockets, which its types do not say. */
interface Handle {
  ref(): void;
  unref(): void;
}

/** What to do where objects are missing. */
export const PARTIAL_CLONE =
  'This is a partial clone or a damaged repository: fetch all of it with "git fetch --refetch --no-filter", or check it with "git fsck".';

/** Longest stretch of git's complaints that is kept, in bytes. */
const STDERR_LIMIT = 8192;
/** A bounded answer that is longer than this is no bounded answer. In bytes. */
const OUTPUT_LIMIT = 512 * 1024 * 1024;

/** Starts git with the hardened command line, its answer going into the channel if one is given. Nothing it answers is complete before `ended` is. */
export function startGit(context: GitContext, command: GitCommand, channel?: Channel): RunningGit {
  context.signal?.throwIfAborted();
  const child = spawn(context.git, buildArguments(command), {
    cwd: context.cwd,
    env: context.env,
    stdio: ['pipe', channel?.sink ?? 'pipe', 'pipe'],
    // A group of its own, so that Ctrl-C reaches it through us and whatever it started dies with it.
    detached: process.platform !== 'win32',
    windowsHide: true,
  }) as Child;
  channel?.sink.destroy();
  const stdout = channel?.source ?? child.stdout;
  const kill = (): void => killGroup(child);
  context.signal?.addEventListener('abort', kill, { once: true });
  const ended = untilEnded(child, command, context.signal).finally(() =>
    context.signal?.removeEventListener('abort', kill),
  );
  // Reported where `ended` is awaited; a reader that fails first must not make this an unhandled rejection.
  ended.catch(() => undefined);
  // A git that dies early breaks the pipe we write to; its exit status tells the story.
  child.stdin.on('error', () => undefined);
  const handles = [child, child.stdin, stdout, child.stderr] as unknown as readonly Handle[];
  return {
    stdin: child.stdin,
    stdout,
    ended,
    kill,
    unref: () => handles.forEach((handle) => handle.unref()),
    ref: () => handles.forEach((handle) => handle.ref()),
  };
}

/** Runs a command with a bounded answer to its end and returns all it printed. */
export async function readGit(context: GitContext, command: GitCommand, input?: Buffer | string): Promise<Buffer> {
  const git = startGit(context, command);
  git.stdin.end(input);
  const chunks: Buffer[] = [];
  let length = 0;
  git.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > OUTPUT_LIMIT) git.kill();
    else chunks.push(chunk);
  });
  await git.ended;
  return Buffer.concat(chunks, length);
}

function killGroup(child: Child): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') child.kill('SIGKILL');
  else process.kill(-child.pid, 'SIGKILL');
}

function untilEnded(child: Child, command: GitCommand, signal?: AbortSignal): Promise<void> {
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-STDERR_LIMIT);
  });
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => reject(couldNotStart(cause)));
    child.on('close', (code, killer) => {
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0) resolve();
      else reject(new GitFailure(command, { code, killer, complaints }));
    });
  });
}

function couldNotStart(cause: Error): UnsoundError {
  return new UnsoundError('git could not be started. Install git 2.31 or newer and make sure it is on the PATH.', {
    cause,
  });
}

interface Ending {
  readonly code: number | null;
  readonly killer: NodeJS.Signals | null;
  readonly complaints: string;
}

/** Git ended otherwise than well: its answer, however long, is worth nothing. */
export class GitFailure extends UnsoundError {
  readonly code: number | null;
  /** What git wrote to stderr, its last 8 KiB. */
  readonly complaints: string;

  constructor(command: GitCommand, ending: Ending) {
    const how = ending.killer === null ? `failed with exit code ${ending.code}` : `was killed by ${ending.killer}`;
    const last = ending.complaints.trim().split('\n').at(-1) ?? '';
    const advice = /promisor|lazy fetch/.test(last) ? `. ${PARTIAL_CLONE}` : '';
    super(`git ${command.name} ${how}${last === '' ? '' : `: ${last}`}${advice}`);
    this.code = ending.code;
    this.complaints = ending.complaints;
  }
}
