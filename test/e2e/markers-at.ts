import type { MarkerRules } from '../../src/commands/mining/marker-rules.ts';
import { buildMarkerRules } from '../../src/commands/mining/marker-rules.ts';
import { DEFAULTS } from '../../src/cli/defaults.ts';
import { openRepository } from '../../src/git/repository.ts';
import { mineBlob } from '../../src/markers/mine-blob.ts';
import type { RepoPath } from '../../src/model/git.ts';
import { BARE_ENVIRONMENT } from '../rig/run-git.ts';

/** Where a marker stands and what it says, in one line of text. */
export type Spot = string;

interface Placed {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly tag: string;
  readonly text: string;
}

/** A marker in the form in which multisets of them are compared. */
export function spotOf({ path, line, column, tag, text }: Placed): Spot {
  return `${path}:${line}:${column} ${tag} ${text}`;
}

/** Answers for any revision with every marker in its tree, by detection alone: no history, no database. The rules are those of the line's tip. */
export async function openMarkersAt(folder: string): Promise<(revision: string) => Promise<Spot[]>> {
  const repository = await openRepository(folder, { env: BARE_ENVIRONMENT });
  const { tip } = await repository.line();
  const { files: tipFiles } = await repository.tree(tip ?? (await repository.require('HEAD')));
  const rules = buildMarkerRules(await repository.attributes(tipFiles), DEFAULTS);
  return async (revision) => {
    const { files } = await repository.tree(await repository.require(revision));
    const texts = await repository.texts(files.map(({ blob }) => blob));
    return files.flatMap(({ path }, index) => spotsOf(rules, path, texts[index])).toSorted();
  };
}

function spotsOf(rules: MarkerRules, path: RepoPath, bytes: Buffer | null | undefined): Spot[] {
  const key = rules.languageOf(path);
  if (key === undefined || !bytes) return [];
  return mineBlob(bytes, key, rules.ruleset).markers.map((marker) => spotOf({ ...marker, path }));
}
