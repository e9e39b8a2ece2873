import { UsageError } from '../errors.ts';
import { findKind } from '../files/folder-reader.ts';
import { writeBelow } from '../files/write-below.ts';
import { openRepository, type Repository } from '../git/repository.ts';
import type { Ask, Calendar, InitOptions, InitReport } from '../model/init.ts';
import type { CommandResult, Request } from '../model/request.ts';
import { CI_STEPS } from '../report/ci-steps.ts';
import { CONFIG_FILE, renderConfig } from './starting/config-file.ts';
import { planFile, type PlannedFile } from './starting/planned-file.ts';
import { rootReader } from './mining/root-reader.ts';
import { repositoryName } from './telling/head.ts';

/** `hackdebt init`: writes the configuration and the CI step. Nothing is written where one of them cannot be. */
export async function run(request: Request<InitOptions>): Promise<CommandResult> {
  const { options, outside, settings } = request;
  const repository = await openRepository(request.dir, outside);
  const { toplevel } = repository.location;
  if (toplevel === null)
    throw new UsageError('the configuration is a file of the work tree, and here is none. Run it in a full checkout.');
  const planned = [await planConfig(repository, request), ...(await planCiStep(repository, options))];
  const read = rootReader(repository);
  const { config } = await settings.readConfig(async (name) => textIn(planned, name) ?? read(name));
  for (const { path, state, text } of planned) if (state === 'written') await writeBelow(toplevel, path, text);
  const report: InitReport = {
    schema: 'hackdebt.init/1',
    repository: repositoryName(repository.location),
    files: planned.map(({ path, state }) => ({ path, state })),
    sprint: config.sprint,
    advice: adviceOn(planned, options),
  };
  return { report, exitCode: 0 };
}

async function planConfig(repository: Repository, request: Request<InitOptions>): Promise<PlannedFile> {
  const { options, outside, settings } = request;
  const read = rootReader(repository);
  const there = await settings.findConfigFile(read);
  if (there !== null && options.ci !== null && !options.isAboutConfig) return { path: there, state: 'kept', text: '' };
  if (there !== null && there !== CONFIG_FILE)
    throw new UsageError(`${there} holds the configuration already. Edit it there.`);
  const calendar = await completeCalendar(options, there === null || options.force ? outside.ask : null);
  const text = renderConfig(options.draft(calendar), await schemaFor(repository, outside.versions.hackdebt));
  return planFile(read, { path: CONFIG_FILE, text, force: options.force });
}

/** What flags do not say is asked for, at most two questions. */
async function completeCalendar({ given, questions }: InitOptions, ask: Ask | null): Promise<Calendar> {
  if (ask === null) return given;
  const start = given.start ?? (await ask(questions.start));
  const timezone = start === 'none' ? given.timezone : (given.timezone ?? (await ask(questions.timezone)));
  return { start, timezone };
}

/** The schema of the installed package, else of this version at its home: only editors look there. */
async function schemaFor({ location }: Repository, version: string): Promise<string> {
  const installed = './node_modules/hackdebt/schema/hackdebt.schema.json';
  if (findKind(`${location.toplevel}/${installed}`) === 'file') return installed;
  return `https://raw.githubusercontent.com/hackdebt/hackdebt/v${version}/schema/hackdebt.schema.json`;
}

async function planCiStep(repository: Repository, { ci, force }: InitOptions): Promise<readonly PlannedFile[]> {
  if (ci === null) return [];
  const { path, text } = CI_STEPS[ci];
  return [await planFile(rootReader(repository), { path, text, force })];
}

function textIn(planned: readonly PlannedFile[], name: string): string | null {
  return planned.find(({ path, state }) => path === name && state !== 'kept')?.text ?? null;
}

function adviceOn(planned: readonly PlannedFile[], { ci }: InitOptions): readonly string[] {
  const fresh = planned.filter(({ state }) => state === 'written').map(({ path }) => path);
  const step = ci === null ? null : CI_STEPS[ci].advice;
  return [...(step === null ? [] : [step]), ...(fresh.length > 0 ? [`git add ${fresh.join(' ')}, and commit`] : [])];
}
