import { setImmediate } from 'node:timers/promises';
import type { PathKind } from '../../files/folder-reader.ts';
import { findKind, FolderReader } from '../../files/folder-reader.ts';
import { mineBlob } from '../../markers/mine-blob.ts';
import type { SkipReason } from '../../model/marker.ts';
import type { Request } from '../../model/request.ts';
import type { MarkerRules } from '../mining/marker-rules.ts';
import { Findings } from './findings.ts';
import type { Ground } from './ground.ts';
import type { ListedFile } from './list-ground.ts';

/** Files between two looks at what else happens: a signal, the progress. */
const PAUSE = 256;

/** Searches files on the disk; what is gone in the meantime is left out. */
export async function searchFiles(
  { console, outside }: Request<unknown>,
  { root, rules }: Pick<Ground, 'root'> & { readonly rules: MarkerRules },
  files: readonly ListedFile[],
): Promise<Findings> {
  const findings = new Findings();
  const readers = { inside: new FolderReader(root), anywhere: new FolderReader(null) };
  for (const [index, file] of files.entries()) {
    searchFile(file, { rules, findings, reader: file.isInside ? readers.inside : readers.anywhere });
    if (index % PAUSE > 0) continue;
    console.progress('searching files', index, files.length);
    await setImmediate();
    outside.signal.throwIfAborted();
  }
  return findings;
}

interface Search {
  readonly rules: MarkerRules;
  readonly findings: Findings;
  readonly reader: FolderReader;
}

function searchFile({ path, place }: ListedFile, { rules, findings, reader }: Search): void {
  const language = rules.languageOf(path);
  const file = language === undefined ? undefined : reader.read(place);
  if (language !== undefined && file?.kind === 'content') {
    findings.add(path, mineBlob(file.bytes, language, rules.ruleset));
    return;
  }
  if (file?.kind === 'too large') return findings.skip(path, 'too large');
  // A link may also be a folder on the way.
  const kind = file?.kind === 'symbolic link' ? file.kind : findKind(place);
  if (kind !== 'absent') findings.skip(path, REASONS[kind] ?? rules.skipOf(path) ?? 'unreadable');
}

/** What stands where no file does. A folder among the files of a repository is another repository's work tree. */
const REASONS: Readonly<Partial<Record<PathKind, SkipReason>>> = {
  'symbolic link': 'symbolic link',
  folder: 'submodule',
};
