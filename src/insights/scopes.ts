import type { Scope } from '../model/config.ts';
import { matchPaths } from './select-hacks.ts';

/** The scope that a folder lies in, of several the one named most closely; null at the root and outside of all. */
export function findScopeOf(scopes: readonly Scope[], folder: string): Scope | null {
  if (folder === '') return null;
  const around = scopes.flatMap((scope) =>
    scope.paths.filter((path) => matchPaths([path])(folder)).map((path) => ({ scope, depth: path.split('/').length })),
  );
  return around.toSorted((one, other) => other.depth - one.depth)[0]?.scope ?? null;
}
