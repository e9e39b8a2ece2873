/** A mainline commit's position and committer date (seconds). */
export interface MainlineDate {
  readonly position: number;
  readonly committed: number;
}

/**
 * The landed clock: each mainline commit's date is the highest committer date so far, dates after `now` ignored
 * (a machine with a wrong clock must not push the whole history into the future). Oldest first; same length.
 */
export function buildLandedClock(mainline: readonly MainlineDate[], now: number): number[] {
  let latest = -Infinity;
  const earliest = mainline.find(({ committed }) => committed <= now)?.committed ?? now;
  return mainline.map(({ committed }) => {
    if (committed <= now && committed > latest) latest = committed;
    return latest === -Infinity ? earliest : latest;
  });
}
