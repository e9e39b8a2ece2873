/**
 * Moves a look-behind at the beginning of a RegExp source behind the character that follows it: `(?<!\S)#` becomes `#(?<!\S#)`.
 * The same matches, but the engine can then skip to the next `#` instead of looking behind at every place.
 */
export function hoistCharacter(source: string): string {
  const kind = /^\(\?<[=!]/.exec(source)?.[0];
  if (kind === undefined) return source;
  const end = endOfGroup(source);
  const rest = source.slice(end);
  const character = /^(?:\\[^\w]|[^\\()[\]{}|?*+^$.])(?![?*+{])/.exec(rest)?.[0];
  if (character === undefined || hasAlternative(rest)) return source;
  const behind = source.slice(kind.length, end - 1);
  return `${character}${kind}(?:${behind})${character})${rest.slice(character.length)}`;
}

/**
 * The same for what stands behind nothing but blanks on its line: `^[ \t]*#` becomes `#(?<=^[ \t]*#)`, a match that begins at the `#`, or at one of `[;#]`.
 * Otherwise the engine would have to look at every blank.
 */
export function hoistIndented(source: string): string {
  const match = /^\^\[ \\t\]\*(\\[^\w]|\[[^\]\\^]+\]|[^\\()[\]{}|?*+^$.])(?![?*+{])/.exec(source);
  const character = match?.[1];
  if (match === null || character === undefined || hasAlternative(source)) return source;
  return `${character}(?<=^[ \\t]*${character})${source.slice(match[0].length)}`;
}

const PART = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^]/g;

function endOfGroup(source: string): number {
  let depth = 0;
  for (const { 0: part, index } of source.matchAll(PART)) {
    if (part === '(') depth++;
    else if (part === ')' && --depth === 0) return index + 1;
  }
  return source.length;
}

function hasAlternative(source: string): boolean {
  let depth = 0;
  for (const [part] of source.matchAll(PART)) {
    if (part === '(') depth++;
    else if (part === ')') depth--;
    else if (part === '|' && depth === 0) return true;
  }
  return false;
}
