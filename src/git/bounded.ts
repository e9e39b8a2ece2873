import { UnsoundError } from '../errors.ts';
import { buildArguments, type GitCommand } from './command.ts';
import type { GitContext } from './process.ts';

/**
 * Our own hardening looks unsafe to simple-git, which cannot know that it switches programs off. No text of a user is ever
 * an option here (see command.ts), so this list opens nothing.
 */
const HARDENING_IS_SAFE = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeCredentialHelper: true,
  allowUnsafeCustomBinary: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeEditor: true,
  allowUnsafeFsMonitor: true,
  allowUnsafeHooksPath: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
};

/** Runs a command that answers in a little UTF-8 text. For paths and streams see process.ts: simple-git buffers and decodes all. */
export async function askGit(context: GitContext, command: GitCommand, input?: string): Promise<string> {
  context.signal?.throwIfAborted();
  // Thirty milliseconds to load, and the everyday scan asks nothing here.
  const { simpleGit } = await import('simple-git');
  let failure: UnsoundError | undefined;
  const git = simpleGit({
    ...(context.cwd !== undefined && { baseDir: context.cwd }),
    ...(context.signal && { abort: context.signal }),
    binary: context.git,
    allowEnvironment: Object.keys(context.env),
    unsafe: HARDENING_IS_SAFE,
    // Its default takes the output as it stands 50 ms after the exit, closed or not.
    completion: { onClose: true, onExit: false },
    // Even nothing must be a buffer: for an empty text it would leave stdin open, and git waiting.
    input: () => Buffer.from(input ?? ''),
    errors: (error, result) => (result.exitCode === 0 ? error : (failure = failureOf(command, result))),
  });
  try {
    return await git.env({ ...context.env }).raw(buildArguments(command));
  } catch (error) {
    context.signal?.throwIfAborted();
    throw failure ?? error;
  }
}

interface Result {
  readonly exitCode: number;
  readonly stdErr: readonly Buffer[];
}

/** By itself simple-git takes a killed git, and one that fails without a word, for a success. */
function failureOf(command: GitCommand, result: Result): UnsoundError {
  const last = Buffer.concat(result.stdErr).toString().trim().split('\n').at(-1) ?? '';
  const how = result.exitCode === null ? 'was killed' : `failed with exit code ${result.exitCode}`;
  return new UnsoundError(`git ${command.name} ${how}${last === '' ? '' : `: ${last}`}`);
}
