import { setImmediate } from 'node:timers/promises';
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
  if (language === undefined) {
    const reason = REASONS[findKind(place)] ?? rules.skipOf(path);
    if (reason !== undefined && reason !== 'absent') findings.skip(path, reason);
    return;
  }
  const file = reader.read(place);
  if (file.kind === 'content') findings.add(path, mineBlob(file.bytes, language, rules.ruleset));
  else {
    const reason = REASONS[file.kind] ?? 'unreadable';
    if (reason !== 'absent') findings.skip(path, reason);
  }
}

/** What stands where no file does. A folder among the files of a repository is another repository's work tree. */
const REASONS: Readonly<Record<string, SkipReason | 'absent'>> = {
  absent: 'absent',
  'symbolic link': 'symbolic link',
  folder: 'submodule',
  'not a file': 'submodule',
  'too large': 'too large',
};
