/** The host's text: what belongs to the template (flat pairs) is blank, or a word where it stands for a value. Undefined if nothing is left. */
export function maskInner(text: string, inner: readonly number[]): string | undefined {
  if (isAllInner(text, inner)) return undefined;
  const parts: string[] = [];
  let at = 0;
  for (let pair = 0; pair < inner.length; pair += 2) {
    const [start = 0, end = 0] = [inner[pair], inner[pair + 1]];
    parts.push(text.slice(at, start), maskPart(text.slice(start, end)));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Whether nothing but white space stands outside, as in most files of PHP: then nothing is to be masked. */
function isAllInner(text: string, inner: readonly number[]): boolean {
  let at = 0;
  for (let pair = 0; pair < inner.length; pair += 2) {
    if (/\S/.test(text.slice(at, inner[pair]))) return false;
    at = inner[pair + 1] ?? 0;
  }
  return !/\S/.test(text.slice(at));
}

const BLANKS = ' '.repeat(200);
const LETTERS = 'x'.repeat(200);

function maskPart(part: string): string {
  const isValue = part.startsWith('{{') || (part.startsWith('<') && /^<[%?][=-]/.test(part));
  const filler = isValue ? LETTERS : BLANKS;
  if (!part.includes('\n') && !part.includes('\r')) return fill(filler, part.length);
  return part.replace(/[^\r\n]+/g, (line) => fill(filler, line.length));
}

function fill(filler: string, length: number): string {
  return length <= filler.length ? filler.slice(0, length) : filler.charAt(0).repeat(length);
}
