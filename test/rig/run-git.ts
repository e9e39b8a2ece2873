import { spawn } from 'node:child_process';

/** The environment of every git here: nothing of the user's or the machine's configuration, one zone, one locale. */
export const BARE_ENVIRONMENT = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  TZ: 'UTC',
  LC_ALL: 'C',
};

interface GitRun {
  readonly cwd: string;
  readonly input?: Buffer | string;
}

/** Runs git and returns what it printed; rejects with its complaint if it fails. */
export function runGit(args: readonly string[], { cwd, input }: GitRun): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', args, { cwd, env: BARE_ENVIRONMENT, stdio: 'pipe' });
    const printed: Buffer[] = [];
    const complained: Buffer[] = [];
    git.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    git.stderr.on('data', (chunk: Buffer) => complained.push(chunk));
    git.on('error', reject);
    git.on('close', (status) => {
      if (status === 0) resolve(Buffer.concat(printed));
      else reject(new Error(`git ${args.join(' ')} failed (${status}): ${Buffer.concat(complained).toString()}`));
    });
    // A git that gives up early closes its input; its status and complaint tell more than EPIPE.
    git.stdin.on('error', () => undefined);
    git.stdin.end(input);
  });
}
