/**
 * Moves each group of only added or only removed lines as far down as it goes without changing the diff, so that a group begins with its header
 * and not with the closing line of the block above: `if (b) { … }` and not `} … if (b) {`.
 */
export function slideGroups(before: readonly string[], after: readonly string[], match: Int32Array): void {
  for (let index = 0; index < match.length; index += 1) {
    if ((match[index] ?? -1) < 0) slideRemoved(before, match, index);
    else slideAdded(after, match, index);
  }
}

/** `index` is the first line of `before` after a group of added lines, if there is one. */
function slideAdded(after: readonly string[], match: Int32Array, index: number): void {
  for (let at = index; at < match.length; at += 1) {
    const above = at === 0 ? -1 : (match[at - 1] ?? -1);
    const here = match[at] ?? -1;
    const isGroup = here > above + 1 && (at === 0 || above >= 0);
    if (!isGroup || after[above + 1] !== after[here]) return;
    match[at] = above + 1;
  }
}

/** `index` is a removed line; slides its group if it stands first in it, so each group is walked once, and nothing was added there. */
function slideRemoved(before: readonly string[], match: Int32Array, index: number): void {
  if (index > 0 && (match[index - 1] ?? -1) < 0) return;
  let from = index;
  let to = index;
  while (to < match.length && (match[to] ?? -1) < 0) to += 1;
  while (to < match.length && before[from] === before[to]) {
    const above = from === 0 ? -1 : (match[from - 1] ?? -1);
    const here = match[to] ?? -1;
    if ((from > 0 && above < 0) || here !== above + 1) return;
    match[from] = here;
    match[to] = -1;
    from += 1;
    to += 1;
  }
}
