import { UnsoundError, type UsageError } from '../errors.ts';
import type { Repository } from '../git/repository.ts';
import { openRepository } from '../git/repository.ts';
import { OLDEST_GIT, readGitVersion } from '../git/version.ts';
import type { FoundConfig } from '../model/config.ts';
import type { Check } from '../model/report.ts';
import type { CommandResult, DoctorOptions, Outside, Request } from '../model/request.ts';
import { attempt, checking, checkOf, isUserError, ok, problem } from './checking/check.ts';
import { checkClone } from './checking/clone.ts';
import { checkConfiguration } from './checking/configuration.ts';
import { checkDatabase } from './checking/database.ts';
import { checkLine } from './checking/line.ts';
import { rebuild } from './checking/rebuild.ts';
import { rootReader } from './mining/root-reader.ts';
import { databaseFile, requireNoFolder } from './mining/database-file.ts';
import { repositoryName } from './telling/head.ts';

/** `hackdebt doctor`: what is well, what is not, and what to do about it. What is wrong is a finding, never a failure. */
export async function run(request: Request<DoctorOptions>): Promise<CommandResult> {
  const { dir, outside, options } = request;
  const repository = await findRepository(dir, outside);
  const rebuilt = options.rebuild && (await rebuild(fileToRebuild(request, repository), request));
  const checks = isUserError(repository)
    ? await checkOutside(request, repository)
    : await checkInside(request, repository);
  const { hackdebt: version, node } = outside.versions;
  const name = isUserError(repository) ? null : repositoryName(repository.location);
  const all = [...checks, ok('node', `Node ${node}`)];
  return { report: { schema: 'hackdebt.doctor/1', version, repository: name, checks: all, rebuilt }, exitCode: 0 };
}

/** There may be no repository, but then the database must be named. */
function fileToRebuild(request: Request<unknown>, repository: Repository | UnsoundError): string {
  if (!isUserError(repository)) return databaseFile(request, repository);
  if (request.settings.database === null) throw repository;
  return requireNoFolder(request.settings.database);
}

async function findRepository(dir: string, outside: Outside): Promise<Repository | UnsoundError> {
  try {
    return await openRepository(dir, outside);
  } catch (error) {
    if (error instanceof UnsoundError) return error;
    throw error;
  }
}

async function checkInside(request: Request<unknown>, repository: Repository): Promise<Check[]> {
  const found = await attempt(() => request.settings.readConfig(rootReader(repository)));
  const config = isUserError(found) ? null : found.config;
  const line = await attempt(() => repository.line(config?.branch ?? undefined));
  const subject = isUserError(line) || config === null ? null : { repository, line, config };
  return [
    await checking('clone', () => checkClone(repository, request.outside)),
    isUserError(line) ? checkOf('line', line) : checkLine(repository.location, line),
    await checking('database', () => checkDatabase(databaseFile(request, repository), subject)),
    await checkGit(request.outside),
    await checkFound(repository, found),
  ];
}

/** Without a repository there is only what the command line names. */
async function checkOutside({ settings, outside }: Request<unknown>, fault: UnsoundError): Promise<Check[]> {
  const { database } = settings;
  return [
    checkOf('clone', fault),
    ...(database === null ? [] : [await checking('database', () => checkDatabase(requireNoFolder(database), null))]),
    await checkGit(outside),
    await checkFound(null, await attempt(() => settings.readConfig(async () => null))),
  ];
}

async function checkFound(
  repository: Repository | null,
  found: FoundConfig | UnsoundError | UsageError,
): Promise<Check> {
  if (isUserError(found)) return checkOf('configuration', found);
  return checking('configuration', () => checkConfiguration(repository, found));
}

function checkGit(outside: Outside): Promise<Check> {
  return checking('git', async () => {
    const { version, isSupported } = await readGitVersion(outside);
    if (isSupported) return ok('git', `git ${version}`);
    return problem('git', `git ${version} is too old`, `Install git ${OLDEST_GIT} or newer.`);
  });
}
