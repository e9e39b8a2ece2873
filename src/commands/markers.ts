import { UsageError } from '../errors.ts';
import type { SkippedFile } from '../model/report.ts';
import type { CommandResult, Console, MarkersOptions, Request } from '../model/request.ts';
import { openGround, type Ground } from './detecting/ground.ts';
import { listGround, type ListedFile } from './detecting/list-ground.ts';

/** `hackdebt markers`: what is admitted in files, a revision or a text, as they are. No history, no database. */
export async function run(request: Request<MarkersOptions>): Promise<CommandResult> {
  // The detector is loaded while git looks for the repository and lists its files.
  const [{ ground, files }, { detect }] = await Promise.all([openSource(request), import('./detecting/detect.ts')]);
  const { rules, findings } = await detect(request, ground, files);
  const { found: markers, skipped } = findings;
  tellSkipped(skipped, request.console);
  return { report: { schema: 'hackdebt.markers/1', ruleset: rules.foldKey, markers, skipped }, exitCode: 0 };
}

interface Source {
  readonly ground: Ground;
  /** On the disk; none where a revision or a text is searched. */
  readonly files: readonly ListedFile[];
}

async function openSource(request: Request<MarkersOptions>): Promise<Source> {
  const { source } = request.options;
  const ground = await openGround(request);
  if (source.kind !== 'files') return { ground, files: [] };
  if (source.paths.length === 0 && ground.repository?.location.toplevel === null) {
    throw new UsageError('There is no work tree here. Name a revision with --rev, or files.');
  }
  return { ground, files: await listGround(ground, source.paths) };
}

/** What could not be read is told to everybody; what was left out on purpose only to who wants to know. */
function tellSkipped(skipped: readonly SkippedFile[], console: Console): void {
  for (const { path, reason } of skipped) {
    if (reason === 'unreadable') console.note(`${path} cannot be read: mend its permissions, or exclude it.`);
    else console.detail(`${path}: ${reason}`);
  }
}
