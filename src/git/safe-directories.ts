import { buildUserEnvironment, type Environment } from './hardening.ts';
import { GitFailure, readGit } from './process.ts';

interface Caller {
  readonly git: string;
  readonly env: Environment;
  readonly signal?: AbortSignal;
}

/** The `safe.directory` values of the system and of the user, never of a repository. An empty value forgets those before it. */
export async function readSafeDirectories(caller: Caller): Promise<string[]> {
  const { HOME, XDG_CONFIG_HOME, GIT_CONFIG_GLOBAL, GIT_CONFIG_NOSYSTEM } = caller.env;
  const hasUser = [HOME, XDG_CONFIG_HOME, GIT_CONFIG_GLOBAL].some((place) => place !== undefined);
  const system = GIT_CONFIG_NOSYSTEM === undefined ? await readScope(caller, '--system') : [];
  const user = hasUser ? await readScope(caller, '--global') : [];
  return [...system, ...user];
}

async function readScope(caller: Caller, scope: '--system' | '--global'): Promise<string[]> {
  const args = [scope, '--includes', '--type=path', '-z', '--get-all', 'safe.directory'];
  try {
    const context = { ...caller, env: buildUserEnvironment(caller.env) };
    const output = await readGit(context, { name: 'config', args });
    return output.toString().split('\0').slice(0, -1);
  } catch (error) {
    // Exit code 1: nothing is configured.
    if (error instanceof GitFailure && error.code === 1) return [];
    throw error;
  }
}
