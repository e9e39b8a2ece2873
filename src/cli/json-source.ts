import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { UsageError } from '../errors.ts';

/** Way to a value: keys and indexes from the root. */
export type JsonPath = readonly (string | number)[];

/** A JSON text (comments and trailing commas allowed) that knows where its values stand. */
export interface JsonSource {
  readonly root: Node;
  /** The error for a problem at a value: `file:3: what is wrong`. */
  complain(path: JsonPath, problem: string): UsageError;
}

/** Parses `text`; `within` is the key of the part that counts. Throws UsageError. */
export function parseJsonSource(text: string, origin: string, within: string | null): JsonSource {
  const errors: ParseError[] = [];
  const bare = withoutMark(text);
  const tree = parseTree(bare, errors, { allowTrailingComma: true });
  const lineAt = (offset: number): number => bare.slice(0, offset).split('\n').length;
  const [first] = errors;
  if (first || !tree) {
    const code = first ? printParseErrorCode(first.error) : 'ValueExpected';
    throw new UsageError(`${origin}:${lineAt(first?.offset ?? 0)}: this is no JSON (${sayCode(code)}).`);
  }
  const root = within === null ? tree : findNodeAtLocation(tree, [within]);
  if (!root) throw new UsageError(`${origin} has no key "${within}".`);
  const complainAt = ({ offset }: Node, problem: string): UsageError =>
    new UsageError(`${origin}:${lineAt(offset)}: ${problem}`);
  const broken = findBrokenKey(root);
  if (broken)
    throw complainAt(broken, `the key ${JSON.stringify(broken.value)} holds half a character. Write it whole.`);
  return { root, complain: (path, problem) => complainAt(findNodeAtLocation(root, [...path]) ?? root, problem) };
}

/** A key with one half of a surrogate pair only: no path to what it holds can be written. */
function findBrokenKey(node: Node): Node | undefined {
  const [key] = node.type === 'property' ? (node.children ?? []) : [];
  if (key && /\p{Surrogate}/u.test(String(key.value))) return key;
  for (const child of node.children ?? []) {
    const found = findBrokenKey(child);
    if (found) return found;
  }
  return undefined;
}

/** Whether the object at the root has a key; of a broken text that counts which can be read. */
export function hasRootKey(text: string, key: string): boolean {
  const tree = parseTree(withoutMark(text));
  return tree !== undefined && findNodeAtLocation(tree, [key]) !== undefined;
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** `CommaExpected` -> `comma expected` */
function sayCode(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}
