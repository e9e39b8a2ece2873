/**
 * 32-bit FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 code units, each run of white space as one space and none at the
 * ends. Unsigned; 0 stands for blank text and nothing else.
 */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  let gap = false;
  let empty = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === 0xa0) {
      gap = !empty;
      continue;
    }
    if (gap) hash = Math.imul(hash ^ 32, 0x01000193);
    hash = Math.imul(hash ^ code, 0x01000193);
    gap = false;
    empty = false;
  }
  return empty ? 0 : hash >>> 0 || 1;
}
