import { UsageError } from '../errors.ts';
import { mineBlob } from '../markers/mine-blob.ts';
import type { SkippedFile } from '../model/report.ts';
import type { CommandResult, Console, MarkersOptions, Request } from '../model/request.ts';
import { readDiskAttributes } from './detecting/disk-attributes.ts';
import { Findings } from './detecting/findings.ts';
import type { Ground } from './detecting/ground.ts';
import { locateTyped, openGround } from './detecting/ground.ts';
import { listGround } from './detecting/list-ground.ts';
import { searchFiles } from './detecting/search-files.ts';
import { searchRevision } from './detecting/search-revision.ts';
import { buildMarkerRules, type MarkerRules } from './mining/marker-rules.ts';

/** `hackdebt markers`: what is admitted in files, a revision or a text, as they are. No history, no database. */
export async function run(request: Request<MarkersOptions>): Promise<CommandResult> {
  const { rules, findings } = await search(request, await openGround(request));
  const { found: markers, skipped } = findings;
  tellSkipped(skipped, request.console);
  return { report: { schema: 'hackdebt.markers/1', ruleset: rules.foldKey, markers, skipped }, exitCode: 0 };
}

interface Searched {
  readonly rules: MarkerRules;
  readonly findings: Findings;
}

function search(request: Request<MarkersOptions>, ground: Ground): Promise<Searched> {
  const { source } = request.options;
  switch (source.kind) {
    case 'files':
      return searchDisk(request, ground, source.paths);
    case 'revision':
      return searchRevision(request, ground, source);
    case 'stdin':
      return searchStdin(request, ground, source.filename);
    default:
      return source satisfies never;
  }
}

async function searchDisk(
  request: Request<MarkersOptions>,
  ground: Ground,
  paths: readonly string[],
): Promise<Searched> {
  if (paths.length === 0 && ground.repository?.location.toplevel === null) {
    throw new UsageError('There is no work tree here. Name a revision with --rev, or files.');
  }
  const files = await listGround(ground, paths);
  const asked = (paths.length === 0 ? ['.'] : paths).map((path) => locateTyped(ground, path).name);
  const names = files.map(({ path }) => path);
  const rules = buildMarkerRules(readDiskAttributes(ground, names, asked), ground.config);
  return { rules, findings: await searchFiles(request, { root: ground.root, rules }, files) };
}

async function searchStdin(request: Request<MarkersOptions>, ground: Ground, filename: string): Promise<Searched> {
  const { name } = locateTyped(ground, filename);
  if (name === '') throw new UsageError('--stdin-filename names a folder. Name a file, for example feed.ts.');
  const rules = buildMarkerRules(readDiskAttributes(ground, [], [name]), ground.config);
  const findings = new Findings();
  const bytes = await request.outside.readStdin();
  const language = rules.languageOf(name);
  if (language === undefined) findings.skip(name, rules.skipOf(name) ?? 'excluded by configuration');
  else findings.add(name, mineBlob(bytes, language, rules.ruleset));
  return { rules, findings };
}

/** What could not be read is told to everybody; what was left out on purpose only to who wants to know. */
function tellSkipped(skipped: readonly SkippedFile[], console: Console): void {
  for (const { path, reason } of skipped) {
    if (reason === 'unreadable') console.note(`${path} cannot be read: mend its permissions, or exclude it.`);
    else console.detail(`${path}: ${reason}`);
  }
}
