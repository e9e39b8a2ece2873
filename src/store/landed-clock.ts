/**
 * The landed clock: the date (seconds) of each mainline commit is the highest committer date so far. Dates after `now` are
 * ignored: one machine with a wrong clock must not push all that follows into the future. Committer dates oldest first.
 */
export function buildLandedClock(committed: readonly number[], now: number): number[] {
  // Before the first sound date, that date: the earliest anybody can vouch for.
  let latest = committed.find((date) => date <= now) ?? now;
  return committed.map((date) => {
    if (date <= now && date > latest) latest = date;
    return latest;
  });
}
