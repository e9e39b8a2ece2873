const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|[^\s\w]/gu;
const WORD = /^[\p{L}_$]/u;
const KEYWORDS = new Set(
  'true false null nil none undefined this self super let const var static final public private protected if else for while do switch case return break continue throw try catch finally new delete in of not and or is async await yield int long short char float double bool void unsigned signed string number boolean any unknown import export from default function def fn func class struct interface'.split(
    ' ',
  ),
);

/** The same piece of code in both texts. */
export interface Region {
  readonly before: string;
  readonly after: string;
}

/**
 * True if `after` is `before` with names exchanged one for one and nothing else. Each old name must be gone from the region around it and each
 * new name be new there, and a name that is called or a member must be one that the region itself defines: another callee is other logic.
 */
export function isRename(change: Region, findRegion: () => Region): boolean {
  const names = findRenamed(findTokensOf(change.before), findTokensOf(change.after));
  if (names === undefined || names.size === 0 || new Set(names.values()).size !== names.size) return false;
  const region = findRegion();
  const old = countWords(region.before);
  const now = countWords(region.after);
  return [...names].every(([from, to]) => {
    if (now.has(from) || old.has(to)) return false;
    const count = old.get(from) ?? 0;
    return count >= 2 && count === now.get(to) && (!isOutside(from, change.before) || definesName(region, from, to));
  });
}

function findTokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

function findRenamed(before: readonly string[], after: readonly string[]): Map<string, string> | undefined {
  if (before.length !== after.length) return undefined;
  const names = new Map<string, string>();
  for (const [index, from] of before.entries()) {
    const to = after[index] ?? '';
    const known = names.get(from);
    if (known === undefined ? from === to : known === to) continue;
    if (known !== undefined || !isName(from) || !isName(to)) return undefined;
    names.set(from, to);
  }
  return names;
}

function isName(token: string): boolean {
  return WORD.test(token) && !KEYWORDS.has(token.toLowerCase());
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const token of findTokensOf(text)) if (WORD.test(token)) counts.set(token, (counts.get(token) ?? 0) + 1);
  return counts;
}

/** True for a name that is called or a member: what it means is said elsewhere. */
function isOutside(name: string, text: string): boolean {
  const quoted = name.replaceAll('$', '\\$');
  return new RegExp(`(?:\\.|->|::)\\s*${quoted}(?![\\w$])|(?<![\\w$])${quoted}\\s*[(<!]`).test(text);
}

const DEFINES =
  '(?:function|def|fn|func|fun|class|struct|interface|type|const|let|var|val|enum|trait|sub|proc)\\s*\\*?\\s+';

function definesName(region: Region, from: string, to: string): boolean {
  return hasDefinition(region.before, from) && hasDefinition(region.after, to);
}

function hasDefinition(text: string, name: string): boolean {
  const quoted = name.replaceAll('$', '\\$');
  const typed = `^[\\w \\t*]+[ \\t*]${quoted}\\s*\\([^;]*\\)\\s*\\{`;
  return new RegExp(`${DEFINES}${quoted}(?![\\w$])|${typed}`, 'm').test(text);
}
