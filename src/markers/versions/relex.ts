import type { CompiledGrammar } from '../lexer/compile.ts';
import type { Lexed } from '../lexer/lex.ts';
import { lexOn } from '../lexer/lex.ts';
import { embedWhole } from '../tokens.ts';
import { countEnding } from './flat-pairs.ts';
import type { Hunk } from './hunks.ts';
import type { Locality } from './local-languages.ts';
import { Splicing } from './splicing.ts';
import type { VersionText } from './version-text.ts';

/** A text that differs from the one before only in its hunks (at least one), and how to cut it; in UTF-16 code units. */
export interface Change {
  readonly before: VersionText;
  readonly text: VersionText;
  readonly hunks: readonly Hunk[];
  readonly grammar: CompiledGrammar;
  readonly locality: Locality;
}

/** What of a text was cut anew, and where it stood before; and the change in it. */
export interface Stretch extends Hunk {
  readonly change: Hunk;
}

/** Tokens of a changed text. */
export interface Recut {
  readonly tokens: Lexed;
  readonly stretches: readonly Stretch[];
}

// No rule looks further back than this behind a literal.
const LOOK_BACK = 500;
/** So much of the text before and behind what is cut is at hand: more than any rule looks at, a code span of Markdown the furthest. */
const MARGIN = 3200;
const FIRST_REACH = 5200;

/**
 * The tokens of a changed text: those that end well before a change stay, cutting goes on there, and stops behind the change as soon as it
 * stands where it stood in the text before. Undefined where the whole text must be cut. Equal to cutting the whole, or it is a mistake.
 */
export function relex(last: Lexed, change: Change): Recut | undefined {
  const { before, text, hunks, locality } = change;
  if (locality.elements && !isClosingAlike(change)) return undefined;
  const splicing = new Splicing(last);
  const stretches: Stretch[] = [];
  for (let next = 0; next < hunks.length;) {
    const { from, oldFrom } = hunks[next] as Hunk;
    splicing.keepUpTo(locality.paragraphs ? paragraphAt(text, from) : settledBefore(text, from), from - oldFrom);
    const { found, stretch, behind } = cutFrom(splicing, change, next);
    splicing.put(found, stretch.oldTo);
    stretches.push(stretch);
    next = behind;
  }
  splicing.keepUpTo(text.length, text.length - before.length);
  return { tokens: splicing.tokens, stretches };
}

/** A place before which nothing depends on what stands at `head` or later: two lines that say something lie between. */
function settledBefore(text: VersionText, head: number): number {
  let at = text.startOfLine(head);
  for (let lines = 0; at > 0 && lines < 2;) {
    const start = text.startOfLine(at - 1);
    if (/\S/.test(text.slice(start, at))) lines += 1;
    at = start;
  }
  return at;
}

/** The beginning of the paragraph that holds `head`, or of an earlier one: nothing before it depends on what stands there. */
function paragraphAt(text: VersionText, head: number): number {
  const line = text.startOfLine(head);
  return Math.max(behindLast('\n\n'), behindLast('\n\r\n'));

  function behindLast(blank: string): number {
    const at = text.lastIndexOf(blank, line - blank.length);
    return at < 0 ? 0 : at + blank.length;
  }
}

interface Cut {
  readonly found: Lexed;
  readonly stretch: Stretch;
  /** The first hunk that lies behind it. */
  readonly behind: number;
}

/** Cuts behind what is spliced, over a hunk and those that follow too soon. */
function cutFrom(splicing: Splicing, change: Change, next: number): Cut {
  const { text, hunks } = change;
  for (let reach = FIRST_REACH; ; reach *= 8) {
    const end = Math.min(text.length, (hunks[next]?.to ?? 0) + reach);
    const cut = cutWindow(splicing, change, { next, end });
    if (cut) return cut;
  }
}

/** The same, seeing nothing from `end` on; undefined if that might matter. */
function cutWindow(
  { old, tokens, at }: Splicing,
  change: Change,
  { next, end }: { readonly next: number; readonly end: number },
): Cut | undefined {
  const { text, hunks, grammar } = change;
  const base = baseOf(tokens, at);
  const known = tokensBetween(tokens, base, at);
  const watch = new Watch(change, next);
  const { at: stop, ...cut } = lexOn(text.slice(base, end), grammar, {
    embed: embedWhole,
    before: known,
    at: at - base,
    watchFrom: watch.from - base,
    isDone: (now, here) => watch.isInStep(now, old, { stop: here, base }),
  });
  if (end < text.length && base + stop > end - MARGIN) return undefined;
  const behind = base + stop < text.length ? watch.behind : hunks.length;
  const put = (of: keyof Lexed): number[] => cut[of].slice(known[of].length).map((offset) => base + offset);
  return {
    found: { comments: put('comments'), literals: put('literals'), inner: put('inner') },
    stretch: stretchOf({ from: at, to: base + stop }, hunks.slice(next, behind)),
    behind,
  };
}

function stretchOf({ from, to }: { readonly from: number; readonly to: number }, hunks: readonly Hunk[]): Stretch {
  const [first, last] = [hunks[0] as Hunk, hunks.at(-1) as Hunk];
  return {
    oldFrom: from - first.from + first.oldFrom,
    oldTo: to - last.to + last.oldTo,
    from,
    to,
    change: { oldFrom: first.oldFrom, oldTo: last.oldTo, from: first.from, to: last.to },
  };
}

/** Where the window begins: no token is cut in two. */
function baseOf({ inner }: Lexed, at: number): number {
  const base = Math.max(0, at - MARGIN);
  return Math.min(base, inner[countEnding(inner, base)] ?? base);
}

/** The tokens between two offsets, the first of which lies in none, as offsets from there. */
function tokensBetween(tokens: Lexed, from: number, to: number): Lexed {
  const cut = (pairs: readonly number[]): number[] =>
    pairs.slice(countEnding(pairs, from), countEnding(pairs, to)).map((offset) => offset - from);
  return { comments: cut(tokens.comments), literals: cut(tokens.literals), inner: cut(tokens.inner) };
}

/** Says when cutting is in step with the text before again. */
class Watch {
  /** Before that offset it need not be asked. */
  from: number;
  /** The first hunk that was not passed. */
  behind: number;
  readonly #change: Change;

  constructor(change: Change, next: number) {
    this.#change = change;
    this.behind = next + 1;
    this.from = this.#lineBehind();
  }

  /** Whether the last token ended there in the text before, too; where code before a token matters, both must be the same literal. */
  isInStep(now: Lexed, old: Lexed, { stop, base }: { readonly stop: number; readonly base: number }): boolean {
    if (!this.#isPast(base + stop)) return false;
    const { to, oldTo } = this.#change.hunks[this.behind - 1] as Hunk;
    const [shift, before] = [to - oldTo, stop + base - to + oldTo];
    if (now.inner.at(-1) !== stop || old.inner[countEnding(old.inner, before) - 1] !== before) return false;
    if (!this.#change.locality.operands) return true;
    const count = countEnding(old.literals, before);
    const [start = 0, end = 0] = now.literals.slice(-2);
    if (end !== stop || start + base < this.from) return false;
    return old.literals[count - 1] === before && old.literals[count - 2] === start + base - shift;
  }

  /** Whether an offset lies behind the lines of the hunks passed. A hunk that begins before it is passed, too. */
  #isPast(at: number): boolean {
    const { hunks } = this.#change;
    while ((hunks[this.behind]?.from ?? Infinity) < at) {
      this.behind += 1;
      this.from = this.#lineBehind();
    }
    return at >= this.from;
  }

  #lineBehind(): number {
    const { text, hunks, locality } = this.#change;
    const feed = text.indexOf('\n', (hunks[this.behind - 1]?.to ?? 0) + (locality.operands ? LOOK_BACK : 0));
    return feed < 0 ? Infinity : feed + 1;
  }
}

/** Whether the question if anything further down closes an element has the same answer in both texts, wherever it may be asked. */
function isClosingAlike({ before, text, hunks }: Change): boolean {
  const last = lastClosing(text);
  const head = (hunks[0]?.from ?? 0) - 1;
  return last >= (hunks.at(-1)?.to ?? 0) || (last < head && lastClosing(before) < head);
}

function lastClosing(text: VersionText): number {
  return Math.max(text.lastIndexOf('</'), text.lastIndexOf('/>'));
}
