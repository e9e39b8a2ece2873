import type { Range } from '../tokens.ts';
import { findRangeAt, type SourceText } from './source-text.ts';

/** A pair of braces: offsets of both, and the index of the block around it (-1 at the top level). */
export interface Block {
  readonly open: number;
  close: number;
  readonly parent: number;
}

const BRACES = /[{}]/g;
const BRACES_AND_DIRECTIVES = /[{}]|#[ \t]*(?:if|el|endif|define(?:.*\\\r?\n)*.*)/g;

/**
 * Every pair of braces outside comments and literals, in order of opening. With `preprocessor`, each branch of an `#if` starts
 * with the blocks that were open before it, so `#ifdef A / if (a) { / #else / if (b) { / #endif` opens one block, not two; macros hold none.
 */
export function findBlocks(source: SourceText, preprocessor: boolean): Block[] {
  const walk = new BlockWalk(source.text);
  const pattern = preprocessor ? BRACES_AND_DIRECTIVES : BRACES;
  const comments = new Cursor(source.comments);
  const literals = new Cursor(source.literals);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(source.text); match !== null; match = pattern.exec(source.text)) {
    const comment = comments.endOfRangeAt(match.index);
    const literal = comment > 0 ? 0 : literals.endOfRangeAt(match.index);
    if (comment === 0 && (literal === 0 || isInterpolation(source.text, match.index, literal))) {
      walk.step(match[0], match.index);
    } else pattern.lastIndex = Math.max(comment, opensAt(source.text, literal));
  }
  return walk.blocks;
}

/** A template's literal ends with the brace that begins an inserted expression: "`a ${". That brace pairs with one that is code. */
function isInterpolation(text: string, at: number, end: number): boolean {
  return at === end - 1 && text.charCodeAt(at) === 123;
}

/** Where to look on after a brace inside a literal: at the brace that ends it, if one does, else behind it. */
function opensAt(text: string, end: number): number {
  return end > 0 && isInterpolation(text, end - 1, end) ? end - 1 : end;
}

/** Index of the last block opened before an offset, or -1. */
export function lastOpenedBefore(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.open ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

class BlockWalk {
  readonly blocks: Block[] = [];
  private readonly text: string;
  private top = -1;
  private readonly branches: number[] = [];

  constructor(text: string) {
    this.text = text;
  }

  step(token: string, at: number): void {
    if (token === '{') this.open(at);
    else if (token === '}') this.close(at);
    else if (token.includes('define')) return;
    else if (token.endsWith('if') && !token.endsWith('endif')) this.branches.push(this.top);
    else if (token.endsWith('endif')) this.branches.pop();
    else this.top = this.branches.at(-1) ?? this.top;
  }

  private open(at: number): void {
    this.blocks.push({ open: at, close: this.text.length, parent: this.top });
    this.top = this.blocks.length - 1;
  }

  /** A brace in the first column ends everything down to a block whose line starts there too: one lost brace harms one definition. */
  private close(at: number): void {
    let closing = this.top;
    if (this.isAtLineStart(at)) {
      while (closing >= 0 && !this.opensAtLineStart(closing)) closing = this.blocks[closing]?.parent ?? -1;
      if (closing < 0) closing = this.top;
    }
    for (let index = this.top; index >= 0; index = this.blocks[index]?.parent ?? -1) {
      const block = this.blocks[index];
      if (block) block.close = at;
      if (index === closing) break;
    }
    this.top = this.blocks[closing]?.parent ?? -1;
  }

  private isAtLineStart(at: number): boolean {
    return at === 0 || this.text.charCodeAt(at - 1) === 10;
  }

  private opensAtLineStart(index: number): boolean {
    const line = this.text.lastIndexOf('\n', this.blocks[index]?.open ?? 0) + 1;
    return this.text.charCodeAt(line) > 32;
  }
}

/** Walks ascending ranges beside ascending offsets. */
class Cursor {
  private index = 0;
  private readonly ranges: readonly Range[];

  constructor(ranges: readonly Range[]) {
    this.ranges = ranges;
  }

  /** End of the range that holds the offset, else 0. */
  endOfRangeAt(offset: number): number {
    let range = this.ranges[this.index];
    while (range !== undefined && range.end <= offset) {
      this.index += 1;
      range = this.ranges[this.index];
    }
    return range !== undefined && range.start <= offset ? range.end : 0;
  }
}

/** Offset of the `{` that pairs with the `}` at an offset, going backwards; -1 if there is none. */
export function findOpener(source: SourceText, closer: number): number {
  let depth = 0;
  for (let at = closer; at >= 0; at -= 1) {
    const code = source.text.charCodeAt(at);
    if (code !== 123 && code !== 125) continue;
    if (findRangeAt(source.comments, at)) continue;
    const literal = findRangeAt(source.literals, at);
    if (literal && !isInterpolation(source.text, at, literal.end)) continue;
    depth += code === 125 ? 1 : -1;
    if (depth === 0) return at;
  }
  return -1;
}
