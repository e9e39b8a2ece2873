import { UsageError } from '../../errors.ts';
import { mineBlob } from '../../markers/mine-blob.ts';
import type { MarkersOptions, Request } from '../../model/request.ts';
import { buildMarkerRules, type MarkerRules } from '../mining/marker-rules.ts';
import { readDiskAttributes } from './disk-attributes.ts';
import { Findings } from './findings.ts';
import { locateTyped, type Ground } from './ground.ts';
import type { ListedFile } from './list-ground.ts';
import { searchFiles } from './search-files.ts';
import { searchRevision } from './search-revision.ts';

/** What was found where, by which rules. */
export interface Detected {
  readonly rules: MarkerRules;
  readonly findings: Findings;
}

/** Searches what the request names; `files` are those that it means on the disk. */
export function detect(
  request: Request<MarkersOptions>,
  ground: Ground,
  files: readonly ListedFile[],
): Promise<Detected> {
  const { source } = request.options;
  switch (source.kind) {
    case 'files':
      return searchDisk(request, ground, { files, paths: source.paths });
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
  { files, paths }: { readonly files: readonly ListedFile[]; readonly paths: readonly string[] },
): Promise<Detected> {
  const asked = (paths.length === 0 ? ['.'] : paths).map((path) => locateTyped(ground, path).name);
  const names = files.map(({ path }) => path);
  const rules = buildMarkerRules(readDiskAttributes(ground, names, asked), ground.config);
  return { rules, findings: await searchFiles(request, { root: ground.root, rules }, files) };
}

async function searchStdin(request: Request<MarkersOptions>, ground: Ground, filename: string): Promise<Detected> {
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
