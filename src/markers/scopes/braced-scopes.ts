import { type Block, findBlocks, lastOpenedBefore } from './blocks.ts';
import { findHeader } from './headers.ts';
import type { Scope, ScopeKind, Scopes } from './scope.ts';
import type { Shape } from './shapes.ts';
import { findTypedName, isControl, shrinkHeader } from './signatures.ts';
import { endOfLine, lineOf, type SourceText } from './source-text.ts';

type Braces = Extract<Shape, { by: 'braces' }>;

/** What a block turned out to be: a definition, a statement's block, or neither (an object, a callback, `extern "C"`). */
type Role = { readonly scope: Scope } | 'control' | 'unnamed';

/** Definitions of a text in braces. Pairing the braces is one quick pass; a header is read when its block is first asked for. */
export function findBracedScopes(source: SourceText, shape: Braces): Scopes {
  const text = new BracedText(source, shape);
  return { at: (line) => text.scopeAt(line), all: () => text.allScopes() };
}

/** Braces of a type or a value inside a header, `): { y: string }`, `<T = {}>`, open no definition. */
const UNFINISHED = /[:=<|&,(]$/;

class BracedText {
  private readonly source: SourceText;
  private readonly shape: Braces;
  private readonly blocks: readonly Block[];
  private readonly roles: (Role | undefined)[] = [];

  constructor(source: SourceText, shape: Braces) {
    this.source = source;
    this.shape = shape;
    this.blocks = findBlocks(source, shape.preprocessor);
  }

  /** Header lines belong to their definition, so a block that opens further down, after a longer header, comes first. */
  scopeAt(line: number): Scope | undefined {
    const last = lastOpenedBefore(this.blocks, endOfLine(this.source, line));
    const next = this.scopeOf(last + 1);
    if (next && next.startLine <= line) return next;
    for (let at = last; at >= 0; at = this.blocks[at]?.parent ?? -1) {
      const scope = this.scopeOf(at);
      if (scope && scope.endLine >= line) return scope;
    }
    return undefined;
  }

  allScopes(): readonly Scope[] {
    return this.blocks.map((_, index) => this.scopeOf(index)).filter((scope) => scope !== undefined);
  }

  private scopeOf(index: number): Scope | undefined {
    const role = this.roleOf(index);
    return typeof role === 'object' ? role.scope : undefined;
  }

  private roleOf(index: number): Role {
    const block = this.blocks[index];
    if (!block) return 'unnamed';
    return (this.roles[index] ??= this.readRole(block));
  }

  private readRole(block: Block): Role {
    const header = findHeader(this.source, block.open);
    const text = shrinkHeader(header.text);
    if (UNFINISHED.test(text)) return 'unnamed';
    const found = this.findRuled(text) ?? this.findTyped(text, block);
    if (!found) return isControl(text) ? 'control' : 'unnamed';
    const kind = found.kind === 'function' && this.isInClass(block) ? 'method' : found.kind;
    const startLine = lineOf(this.source, header.start);
    return { scope: { kind, name: found.name, startLine, endLine: lineOf(this.source, block.close) } };
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
    const parent = block.parent < 0 ? undefined : this.roleOf(block.parent);
    if (parent === 'control') return true;
    return typeof parent === 'object' && (parent.scope.kind === 'function' || parent.scope.kind === 'method');
  }

  private isInClass(block: Block): boolean {
    const parent = this.scopeOf(block.parent);
    return parent?.kind === 'class' || parent?.kind === 'interface';
  }
}
