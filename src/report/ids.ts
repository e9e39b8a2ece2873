/** Fewer digits are never shown. */
const LEAST = 8;

/** How many digits after `hd-` tell all these ids apart, at least 8. Ids as `hd-` and 16 digits. */
export function countIdDigits(ids: Iterable<string>): number {
  const sorted = [...new Set(ids)].toSorted();
  const needed = sorted.map((id, index) => countCommon(id, sorted[index + 1] ?? '') + 1 - 'hd-'.length);
  return needed.reduce((most, digits) => Math.max(most, digits), LEAST);
}

/** `hd-` and the first digits. */
export function shortenId(id: string, digits: number): string {
  return id.slice(0, 'hd-'.length + digits);
}

function countCommon(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a[length] === b[length]) length++;
  return length;
}
