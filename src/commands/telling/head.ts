import { basename, dirname } from 'node:path';
import type { Location } from '../../git/location.ts';
import type { Head } from '../../model/head.ts';
import type { StoredCommit } from '../../model/store.ts';
import type { Session } from '../mining/session.ts';
import { commitRef } from './hack-document.ts';

/** What every report over a history begins with. */
export function headOf(session: Session, at: StoredCommit | undefined): Head {
  return {
    repository: repositoryName(session.repository.location),
    ...(session.scope && { scope: session.scope.name }),
    line: session.line.name,
    at: at ? commitRef(at) : null,
    ruleset: session.rules.foldKey,
  };
}

/** Name of the work tree's folder; of a bare repository its own, without `.git`. */
export function repositoryName({ toplevel, commonDir }: Location): string {
  if (toplevel !== null) return basename(toplevel);
  const name = basename(commonDir);
  return (name === '.git' ? basename(dirname(commonDir)) : name).replace(/\.git$/, '');
}
