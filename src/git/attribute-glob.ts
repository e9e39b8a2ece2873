/** Says whether a path (bytes as Latin-1, relative to the folder of the `.gitattributes`) fits a pattern. */
export type Glob = (path: string) => boolean;

type Single = (code: number) => boolean;
type Token = Single | 'star' | 'slash';
type Segment = readonly (Single | 'star')[] | 'globstar';

const SLASH = 0x2f;
const ANY_SEGMENT: Segment = ['star'];
/** Members of the named sets, ASCII as in git's C locale. */
const CLASSES: Record<string, RegExp> = {
  alpha: /[A-Za-z]/,
  digit: /\d/,
  alnum: /[A-Za-z\d]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /[ \t-\r]/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  print: /[ -~]/,
  graph: /[!-~]/,
  cntrl: /[^ -~\x80-\xff]/,
  xdigit: /[\da-fA-F]/,
};

/**
 * A pattern of gitattributes(5), matched as git does: without a slash it speaks of the file name, with one of the path
 * below its folder; `*`, `?` and `[…]` stay inside a segment, `**` as a whole segment is any number of them. A pattern
 * that fits folders only (`docs/`) fits no file. Takes at most (length of pattern x length of path) steps.
 */
export function compileGlob(pattern: string): Glob {
  if (pattern.endsWith('/')) return () => false;
  const tokens = tokenize(pattern.startsWith('/') ? pattern.slice(1) : pattern);
  if (tokens === undefined) return () => false;
  const segments = splitSegments(tokens);
  if (!pattern.includes('/')) {
    const [segment = ANY_SEGMENT] = segments;
    return (path) => fitsSegment(segment, path.slice(path.lastIndexOf('/') + 1));
  }
  // A last `**` is everything below a folder, never the folder itself.
  const whole = segments.at(-1) === 'globstar' ? [...segments, ANY_SEGMENT] : segments;
  return (path) => fitsPath(whole, path.split('/'));
}

/** Undefined for a pattern that fits nothing: an open bracket, a backslash at the end. */
function tokenize(pattern: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const char = pattern[at] ?? '';
    if (char === '*') tokens.push('star');
    else if (char === '/') tokens.push('slash');
    else if (char === '?') tokens.push((code) => code !== SLASH);
    else if (char === '[') {
      const set = parseBracket(pattern, at);
      if (set === undefined) return undefined;
      tokens.push(set.fits);
      at = set.end;
    } else {
      if (char === '\\') at += 1;
      const code = pattern.charCodeAt(at);
      if (Number.isNaN(code)) return undefined;
      tokens.push(code === SLASH ? 'slash' : (other) => other === code);
    }
  }
  return tokens;
}

/** `[a-z_[:digit:]]`, `[!x]`: the set, and where its `]` is. */
function parseBracket(pattern: string, start: number): { fits: Single; end: number } | undefined {
  const isNegated = pattern[start + 1] === '!' || pattern[start + 1] === '^';
  const first = start + (isNegated ? 2 : 1);
  const members: Single[] = [];
  let at = first;
  while (at === first || pattern[at] !== ']') {
    if (at >= pattern.length) return undefined;
    const member = parseMember(pattern, at);
    if (member === undefined) return undefined;
    members.push(member.fits);
    at = member.end;
  }
  const fits: Single = (code) => code !== SLASH && members.some((member) => member(code)) !== isNegated;
  return { fits, end: at };
}

/** One member of a bracket, and where the next one begins. */
function parseMember(pattern: string, at: number): { fits: Single; end: number } | undefined {
  const named = /^\[:([^\]]*):\]/.exec(pattern.slice(at));
  if (named !== null) {
    const set = CLASSES[named[1] ?? ''];
    return set && { fits: (code) => set.test(String.fromCharCode(code)), end: at + named[0].length };
  }
  const low = parseLetter(pattern, at);
  const isRange = pattern[low.end] === '-' && low.end + 1 < pattern.length && pattern[low.end + 1] !== ']';
  const high = isRange ? parseLetter(pattern, low.end + 1) : low;
  return { fits: (code) => code >= low.code && code <= high.code, end: high.end };
}

function parseLetter(pattern: string, at: number): { code: number; end: number } {
  const from = pattern[at] === '\\' ? at + 1 : at;
  return { code: pattern.charCodeAt(from), end: from + 1 };
}

function splitSegments(tokens: readonly Token[]): Segment[] {
  const segments: (Single | 'star')[][] = [[]];
  for (const token of tokens) {
    if (token === 'slash') segments.push([]);
    else segments.at(-1)?.push(token);
  }
  return segments.map((segment) => (isGlobstar(segment) ? 'globstar' : segment));
}

function isGlobstar(segment: readonly (Single | 'star')[]): boolean {
  return segment.length > 1 && segment.every((token) => token === 'star');
}

function fitsPath(segments: readonly Segment[], names: readonly string[]): boolean {
  return fitsSequence(segments, {
    length: names.length,
    isAny: (segment) => segment === 'globstar',
    fits: (segment, at) => fitsSegment(segment, names[at] ?? ''),
  });
}

function fitsSegment(segment: Segment, name: string): boolean {
  if (segment === 'globstar') return true;
  return fitsSequence(segment, {
    length: name.length,
    isAny: (token) => token === 'star',
    fits: (token, at) => token !== 'star' && token(name.charCodeAt(at)),
  });
}

interface Sequence<Part> {
  readonly length: number;
  isAny(part: Part): boolean;
  fits(part: Part, at: number): boolean;
}

/** Parts against a sequence, `isAny` parts taking any number of its members; going back to the last of them is enough. */
function fitsSequence<Part>(parts: readonly Part[], sequence: Sequence<Part>): boolean {
  let part = 0;
  let retry = { part: -1, at: 0 };
  for (let at = 0; at < sequence.length;) {
    const current = parts[part];
    if (current !== undefined && sequence.isAny(current)) {
      retry = { part: part + 1, at };
      part += 1;
    } else if (current !== undefined && sequence.fits(current, at)) {
      part += 1;
      at += 1;
    } else if (retry.part === -1) return false;
    else {
      retry = { part: retry.part, at: retry.at + 1 };
      part = retry.part;
      at = retry.at;
    }
  }
  return parts.slice(part).every((rest) => sequence.isAny(rest));
}
