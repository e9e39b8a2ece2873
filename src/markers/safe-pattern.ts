const LENGTH = 200;
// Two quantifiers of at most so many rounds bound the work at each place of a text.
const REACH = 60;
const QUANTIFIERS = 3;

/** A pattern that cannot hang: what is wrong with the given one, or its source with every repetition bounded. */
export function buildSafePattern(pattern: string): { readonly source: string } | { readonly problem: string } {
  if (pattern.length === 0 || pattern.length > LENGTH) return { problem: `it must have 1 to ${LENGTH} characters` };
  if (/\(\?(?!:)|\\[1-9]|\\k</.test(pattern))
    return { problem: 'groups must be plain or (?:…), without look-around and back-references' };
  if (/\)\s*(?:[*+]|\{)/.test(pattern)) return { problem: 'a group must not be repeated' };
  const parts = pattern.match(PART) ?? [];
  if (parts.filter((part) => QUANTIFIER.test(part)).length > QUANTIFIERS) {
    return { problem: `at most ${QUANTIFIERS} parts may be repeated` };
  }
  const source = parts.map(bounded).join('');
  return compiles(source) ?? { source: `(?:${source})` };
}

const PART = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|[*+]\??|\{\d+,?\d*\}\??|[^]/gu;
const QUANTIFIER = /^(?:[*+]|\{\d)/;

function bounded(part: string): string {
  if (!QUANTIFIER.test(part)) return part;
  const [, from = '', comma = '', to = ''] = /^\{(\d+)(,?)(\d*)/.exec(part) ?? [];
  if (from === '') return `{${part.startsWith('*') ? 0 : 1},${REACH}}`;
  const low = Math.min(REACH, Number(from));
  return comma === '' ? `{${low}}` : `{${low},${Math.min(REACH, Number(to || REACH))}}`;
}

function compiles(source: string): { readonly problem: string } | undefined {
  try {
    return new RegExp(source, 'iu').test('') ? { problem: 'it matches the empty text' } : undefined;
  } catch (error) {
    return { problem: error instanceof SyntaxError ? error.message : String(error) };
  }
}
