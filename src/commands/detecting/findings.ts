import type { Mined } from '../../markers/mine-blob.ts';
import type { RepoPath } from '../../model/git.ts';
import type { Marker, SkipReason } from '../../model/marker.ts';
import type { PlacedMarker, SkippedFile } from '../../model/report.ts';

/** What was found, and what was not looked at. */
export class Findings {
  private readonly markers: PlacedMarker[] = [];
  private readonly skips: SkippedFile[] = [];

  add(path: RepoPath, { markers, skipped }: Mined): void {
    if (skipped !== undefined) this.skip(path, skipped);
    for (const marker of markers) this.markers.push(placeMarker(path, marker));
  }

  skip(path: RepoPath, reason: SkipReason): void {
    this.skips.push({ path, reason });
  }

  /** By path, line and column. */
  get found(): PlacedMarker[] {
    return sortMarkers(this.markers);
  }

  /** By path. */
  get skipped(): SkippedFile[] {
    return this.skips.toSorted((one, other) => comparePaths(one, other));
  }
}

/** A marker as output knows it. */
export function placeMarker(path: RepoPath, marker: Omit<Marker, 'priority'>): PlacedMarker {
  const { line, column, endLine, kind, tag, text, owner, issues, due } = marker;
  return { path, line, column, endLine, kind, tag, text, owner, issues, due };
}

/** By path, line and column. */
export function sortMarkers(markers: readonly PlacedMarker[]): PlacedMarker[] {
  return markers.toSorted(
    (one, other) => comparePaths(one, other) || one.line - other.line || one.column - other.column,
  );
}

function comparePaths({ path: one }: { readonly path: string }, { path: other }: { readonly path: string }): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
