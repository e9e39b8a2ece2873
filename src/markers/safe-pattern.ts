const LENGTH = 200;
// Every repetition has at most so many rounds.
const REACH = 40;
// In so many ways at most a pattern may go through the text at one place: the work that a hostile text can cause.
const WAYS = 2000;

/** A pattern that cannot hang: what is wrong with the given one, or its source with every repetition bounded. */
export function buildSafePattern(pattern: string): { readonly source: string } | { readonly problem: string } {
  if (pattern.length === 0 || pattern.length > LENGTH) return { problem: `it must have 1 to ${LENGTH} characters` };
  if (/\(\?(?!:)|\\[1-9]|\\k</.test(pattern))
    return { problem: 'groups must be plain or (?:…), without look-around and back-references' };
  const parts = (pattern.match(PART) ?? []).map(bounded);
  if (parts.some((part, index) => QUANTIFIER.test(part) && part !== '?' && parts[index - 1] === ')')) {
    return { problem: 'a group must not be repeated' };
  }
  const source = parts.join('');
  const ways = parts.reduce((product, part) => product * waysOf(part), 1);
  return compiles(source) ?? (ways > WAYS ? { problem: PROBLEM } : { source: `(?:${source})` });
}

const PROBLEM = 'it repeats or chooses so often that some texts would take too long; two * or + are fine';
const PART = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|[*+]\??|\{\d+,?\d*\}\??|[^]/gu;
const QUANTIFIER = /^(?:[*+?]|\{\d)/;

function bounded(part: string): string {
  if (!QUANTIFIER.test(part) || part === '?') return part;
  const [, from = '', comma = '', to = ''] = /^\{(\d+)(,?)(\d*)/.exec(part) ?? [];
  if (from === '') return `{${part.startsWith('*') ? 0 : 1},${REACH}}`;
  const low = Math.min(REACH, Number(from));
  return comma === '' ? `{${low}}` : `{${low},${Math.min(REACH, Number(to || REACH))}}`;
}

// An optional part or one more alternative: twice as many ways.
function waysOf(part: string): number {
  const [, low, high] = /^\{(\d+),(\d+)\}$/.exec(part) ?? [];
  if (high !== undefined) return Math.max(1, Number(high) - Number(low) + 1);
  return part === '?' || part === '|' ? 2 : 1;
}

function compiles(source: string): { readonly problem: string } | undefined {
  try {
    return new RegExp(source, 'iu').test('') ? { problem: 'it matches the empty text' } : undefined;
  } catch (error) {
    return { problem: error instanceof SyntaxError ? error.message : String(error) };
  }
}
