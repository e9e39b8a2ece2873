import { UnsoundError } from '../../errors.ts';
import { statFiles } from '../../files/stat.ts';
import type { Repository } from '../../git/repository.ts';
import type { CheckedPlace } from '../../model/check.ts';
import type { CommitOid } from '../../model/git.ts';
import type { HackId } from '../../model/hack.ts';
import type { Request } from '../../model/request.ts';
import { databaseFile } from '../mining/database-file.ts';
import type { Base } from './find-base.ts';

/** What the database knows of the hacks of two trees, by their places. */
export interface Lives {
  /** The hack at a place of the base's tree, of the head's tree. */
  idBefore(place: CheckedPlace): HackId | null;
  idAfter(place: CheckedPlace): HackId | null;
  /** Whether the hack at a place of the head had lived, was gone at the base, and came back since. */
  isBack(place: CheckedPlace): boolean;
  /** How many digits tell all ids of the database apart. */
  readonly idDigits: number;
}

/** Whose lives are asked for. */
export interface LivesQuestion {
  readonly repository: Repository;
  readonly base: Base | null;
  readonly head: CommitOid;
}

/**
 * Asks the database where there is one that knows the base, by the rules of today; null elsewhere. Two trees are enough for every verdict:
 * a database that fails is told of, and fails nothing. Only this loads it.
 */
export async function findLives(request: Request<unknown>, question: LivesQuestion): Promise<Lives | null> {
  const { repository, base, head } = question;
  if (!base?.commit || repository.location.isShallow) return null;
  const [file] = statFiles([databaseFile(request, repository)]);
  if (!file) return null;
  const { readLives } = await import('./read-lives.ts');
  try {
    return (await readLives(request, repository, { base: base.commit, head })) ?? null;
  } catch (error) {
    if (!(error instanceof UnsoundError)) throw error;
    request.console.note(`hacks are told without their ids: ${error.message}`);
    return null;
  }
}
