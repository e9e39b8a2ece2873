import { createHash } from 'node:crypto';
import type { Attributes, PathAttributes } from '../../git/attributes.ts';
import type { Repository } from '../../git/repository.ts';
import { matchPaths } from '../../insights/select-hacks.ts';
import { languageKey } from '../../markers/languages/lookup.ts';
import type { Ruleset } from '../../markers/ruleset.ts';
import { buildRuleset, DEFAULT_RULESET, rulesetHash } from '../../markers/ruleset.ts';
import { findPathSkip } from '../../markers/skips.ts';
import type { Config } from '../../model/config.ts';
import type { RepoPath, TreeEntry } from '../../model/git.ts';
import type { SkipReason } from '../../model/marker.ts';
import { openDiskBlobs } from '../detecting/disk-blobs.ts';

/** Changes whenever the same markers may yield other lives than before. */
const FOLD_VERSION = 10;

/** Which files are searched, as what, and for which markers: the rules of the scanned tip, applied to all of its history. */
export interface MarkerRules {
  readonly ruleset: Ruleset;
  /** Hash of all that decides what a blob shows in a language. */
  readonly sightKey: string;
  /** Hash of all that decides which hacks there are: also which paths are searched, and how hacks are followed. */
  readonly foldKey: string;
  /** Why a path is not searched, if it is not. */
  skipOf(path: RepoPath): SkipReason | undefined;
  /** Key of the language a path is searched in; undefined if it is skipped. */
  languageOf(path: RepoPath): string | undefined;
}

/** The rules of a configuration and the `.gitattributes` among a tree's files. */
export async function readMarkerRules(
  repository: Repository,
  files: readonly TreeEntry[],
  config: Config,
): Promise<MarkerRules> {
  const attributes = await repository.attributes(files, openDiskBlobs(repository));
  return buildMarkerRules(attributes, config);
}

/** Rules from what was read. */
export function buildMarkerRules(attributes: Attributes, config: Config): MarkerRules {
  const ruleset = rulesetOf(config);
  const sightKey = rulesetHash(ruleset);
  const isIncluded = config.include.length === 0 ? () => false : matchPaths(config.include);
  const isExcluded = config.exclude.length === 0 ? () => false : matchPaths(config.exclude);
  const skipOf = (path: RepoPath, said = attributes.of(path)): SkipReason | undefined => {
    if (isExcluded(path)) return 'excluded by configuration';
    return isIncluded(path) ? undefined : skipByAttributes(said, path);
  };
  const findLanguage = (path: RepoPath): string | undefined => {
    const said = attributes.of(path);
    return skipOf(path, said) ? undefined : (said.language ?? languageKey(path));
  };
  const languages = new Map<RepoPath, string | undefined>();
  const languageOf = (path: RepoPath): string | undefined => {
    if (!languages.has(path)) languages.set(path, findLanguage(path));
    return languages.get(path);
  };
  const parts = [FOLD_VERSION, sightKey, config.include, config.exclude, attributes.key];
  const foldKey = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
  return { ruleset, sightKey, foldKey, skipOf, languageOf };
}

/** What the attributes say wins over the usual names. */
function skipByAttributes(said: PathAttributes, path: RepoPath): SkipReason | undefined {
  if (said.isVendored ?? false) return 'vendored';
  if (said.isGenerated ?? false) return 'generated';
  if (said.isBinary) return 'binary';
  const usual = findPathSkip(path);
  if (usual === 'vendored' && said.isVendored === false) return undefined;
  if (usual === 'generated' && said.isGenerated === false) return undefined;
  return usual;
}

function rulesetOf({ tags, phrases, macros }: Config): Ruleset {
  return buildRuleset({
    ...(tags && { tags, without: DEFAULT_RULESET.tags.map((tag) => tag.word).filter((word) => !tags.includes(word)) }),
    phrases,
    macros,
  });
}
