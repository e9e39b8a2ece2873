/** Above this many lines all are forgotten. */
const MOST = 10_000;

/**
 * A function of a line that remembers its answers: versions of a file mostly have the same lines. Equal answers are one string in memory,
 * which is compared at once.
 */
export function remembered(answer: (line: string) => string): (line: string) => string {
  const known = new Map<string, string>();
  return (line) => {
    const found = known.get(line);
    if (found !== undefined) return found;
    if (known.size >= MOST) known.clear();
    const said = answer(line);
    known.set(line, said);
    return said;
  };
}
