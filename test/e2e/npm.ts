import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of this project. */
export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** How npm ended. */
export interface NpmEnding {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What npm tells the scripts it runs of the project it runs them in; another npm would take it for its own settings. */
const OF_THE_CALLER = /^npm_(?:lifecycle|package|command|execpath|node|config_local_prefix|config_prefix)/;

/** Runs npm in a folder, never in that of the caller. */
export function npm(args: readonly string[], folder: string, env: NodeJS.ProcessEnv = {}): Promise<NpmEnding> {
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OF_THE_CALLER.test(name)));
  const options = { cwd: folder, env: { ...own, ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile('npm', [...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

/** Installs packages below a folder of their own; false where the registry cannot be reached. */
export async function install(packages: readonly string[], folder: string, options: InstallOptions): Promise<boolean> {
  const quiet = ['--no-audit', '--no-fund', '--no-save', '--fetch-retries=0', '--prefix', folder];
  const args = ['install', ...quiet, ...(options.scripts ? [] : ['--ignore-scripts']), ...packages];
  const { code, stderr } = await npm(args, folder, options.env);
  if (code === 0) return true;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH/.test(stderr)) return false;
  throw new Error(`npm install ${packages.join(' ')} failed: ${stderr}`);
}

interface InstallOptions {
  /** Whether packages may build what they need. */
  readonly scripts: boolean;
  readonly env?: NodeJS.ProcessEnv;
}
