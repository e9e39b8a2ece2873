import { type Braces, CLOSE, ENDIF, IF, isInterpolation, OPEN, type Sign } from './braces.ts';
import { findRangeAt, type SourceText } from './source-text.ts';

/** A pair of braces: offsets of both, and the index of the block around it (-1 at the top level). */
export interface Block {
  readonly open: number;
  close: number;
  readonly parent: number;
}

/**
 * Every pair of braces outside comments and literals, in order of opening. With directives among the braces, each branch of an `#if` starts
 * with the blocks that were open before it, so `#ifdef A / if (a) { / #else / if (b) { / #endif` opens one block, not two; macros hold none.
 */
export function findBlocks(source: SourceText, braces: Braces): Block[] {
  const walk = new BlockWalk(source.text);
  for (let at = 0; at < braces.length; at += 2) walk.step(braces[at] ?? 0, braces[at + 1] ?? 0);
  return walk.blocks;
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

  step(at: number, sign: Sign): void {
    if (sign === OPEN) this.open(at);
    else if (sign === CLOSE) this.close(at);
    else if (sign === IF) this.branches.push(this.top);
    else if (sign === ENDIF) this.branches.pop();
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
