import { type Block, findBlocks, lastOpenedBefore } from './blocks.ts';
import { type Braces, findBraces } from './braces.ts';
import { findHeader } from './headers.ts';
import type { Scope, ScopeKind, Scopes } from './scope.ts';
import type { Shape } from './shapes.ts';
import { findTypedName, isControl, isStatement, shrinkHeader } from './signatures.ts';
import { endOfLine, findRangeAt, lineOf, type SourceText, startOfLine } from './source-text.ts';

type Braced = Extract<Shape, { by: 'braces' }>;

/** What a block turned out to be: a definition, a statement's block, or neither (an object, a callback, `extern "C"`). */
interface Role {
  readonly headerLine: number;
  readonly isControl: boolean;
  readonly scope?: Scope;
}

/** Definitions of a text in braces. Pairing the braces is one quick pass; a header is read when its block is first asked for. */
export function findBracedScopes(source: SourceText, shape: Braced, braces?: Braces): Scopes {
  const text = new BracedText(source, shape, braces ?? findBraces(source, shape.preprocessor));
  return { at: (line) => text.scopeAt(line), all: () => text.allScopes(), grounds: () => text.grounds };
}

/** Braces of a type or a value inside a header, `): { y: string }`, `<T = {}>`, open no definition. */
const UNFINISHED = /[:=<|&,(]$/;

/** From a closing brace on; a block that opens sooner goes on with its header. */
const AFTER_CLOSE = 9;
/** No block further below a line, in UTF-16 code units, has that line in its header. */
const BELOW = 1000;

class BracedText {
  /** What was looked at, as flat pairs of offsets. */
  readonly grounds: number[] = [];
  private readonly source: SourceText;
  private readonly shape: Braced;
  private readonly blocks: readonly Block[];
  private readonly roles: (Role | undefined)[] = [];

  constructor(source: SourceText, shape: Braced, braces: Braces) {
    this.source = source;
    this.shape = shape;
    this.blocks = findBlocks(source, braces);
  }

  /** Header lines belong to their definition, so blocks that open further down, after a longer header, come first. */
  scopeAt(line: number): Scope | undefined {
    const end = endOfLine(this.source, line);
    const last = lastOpenedBefore(this.blocks, end);
    const below = this.mayGoOn(end, last + 1) ? this.scopeBelow(line, last + 1) : undefined;
    if (below) return below;
    for (let at = last; at >= 0; at = this.blocks[at]?.parent ?? -1) {
      const scope = this.roleOf(at)?.scope;
      if (scope && scope.endLine >= line) return scope;
    }
    return undefined;
  }

  /** Most lines end a statement before the next block opens: no header need be read to tell that it starts below. */
  private mayGoOn(end: number, next: number): boolean {
    const ended = this.source.text.slice(end, end + BELOW).search(/[;}]/);
    const stop = end + (ended < 0 ? BELOW : ended);
    this.grounds.push(end, stop + 1);
    const open = this.blocks[next]?.open ?? -1;
    return open >= 0 && open < stop;
  }

  private scopeBelow(line: number, next: number): Scope | undefined {
    for (let at = next; at < this.blocks.length; at += 1) {
      const role = this.roleOf(at);
      if (role === undefined || role.headerLine > line) return undefined;
      if (role.scope) return role.scope;
    }
    return undefined;
  }

  allScopes(): readonly Scope[] {
    return this.blocks.map((_, index) => this.roleOf(index)?.scope).filter((scope) => scope !== undefined);
  }

  /** A role may depend on that of the block around it, so the outermost is read first; without recursion, since nesting has no limit. */
  private roleOf(index: number): Role | undefined {
    const unread: number[] = [];
    for (let at = index; at >= 0 && this.roles[at] === undefined; at = this.blocks[at]?.parent ?? -1) unread.push(at);
    for (const at of unread.toReversed()) {
      const block = this.blocks[at];
      if (block) this.roles[at] = this.readRole(block);
    }
    return this.roles[index];
  }

  private readRole(block: Block): Role {
    if (findRangeAt(this.source.literals, block.open)) {
      this.lookedAt(block, block.open);
      return { headerLine: lineOf(this.source, block.open), isControl: false };
    }
    const header = findHeader(this.source, block.open);
    const headerLine = lineOf(this.source, header.start);
    this.lookedAt(block, Math.min(header.from, startOfLine(this.source, headerLine)));
    if (isStatement(header.text)) return { headerLine, isControl: true };
    const text = shrinkHeader(header.text);
    const role = { headerLine, isControl: isControl(text) };
    const found = this.isInHeader(block, text) ? undefined : (this.findRuled(text) ?? this.findTyped(text, block));
    if (!found) return role;
    const kind = found.kind === 'function' && this.isInClass(block) ? 'method' : found.kind;
    const endLine = lineOf(this.source, block.close);
    return { ...role, scope: { kind, name: found.name, startLine: role.headerLine, endLine } };
  }

  /** A block's header from an offset on, and where it closes. */
  private lookedAt({ open, close }: Block, from: number): void {
    this.grounds.push(from, endOfLine(this.source, lineOf(this.source, open)), close, close + AFTER_CLOSE);
  }

  private isInHeader(block: Block, text: string): boolean {
    if (UNFINISHED.test(text) && !/\bwhere\b/.test(text)) return true;
    return /^ +\{/.test(this.source.text.slice(block.close + 1, block.close + AFTER_CLOSE));
  }

  private findRuled(text: string): { kind: ScopeKind; name: string } | undefined {
    for (const rule of this.shape.rules) {
      const name = rule.pattern.exec(text)?.findLast((group) => group !== undefined && group !== '');
      if (name !== undefined) return { kind: rule.kind, name };
    }
    return undefined;
  }

  private findTyped(text: string, block: Block): { kind: ScopeKind; name: string } | undefined {
    if (!this.shape.typed || isControl(text) || this.isInCode(block)) return undefined;
    const name = findTypedName(text);
    return name === undefined ? undefined : { kind: 'function', name };
  }

  private isInCode(block: Block): boolean {
    const parent = this.roles[block.parent];
    return parent?.isControl === true || parent?.scope?.kind === 'function' || parent?.scope?.kind === 'method';
  }

  private isInClass(block: Block): boolean {
    const kind = this.roles[block.parent]?.scope?.kind;
    return kind === 'class' || kind === 'interface';
  }
}
