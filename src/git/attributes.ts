import type { BlobOid, RepoPath, TreeEntry } from '../model/git.ts';
import { parseAttributes, type AttributeFile, type AttributeValue, type Assignment } from './attribute-rules.ts';
import { encodePath } from './paths.ts';
import { readTexts, type TextSource } from './texts.ts';

/** What the `.gitattributes` of a commit say of one path; `undefined` = nothing. */
export interface PathAttributes {
  readonly isGenerated: boolean | undefined;
  readonly isVendored: boolean | undefined;
  /** Name of a language as GitHub's linguist knows it. */
  readonly language: string | undefined;
  /** True for `binary` (`-text -diff`). `-text` alone only keeps line ends as they are. */
  readonly isBinary: boolean;
}

/** A blob's content, if the caller can tell it without asking git; else null. */
export type AtHand = (path: RepoPath, blob: BlobOid) => Buffer | null;

const FILE = '.gitattributes';
const BINARY: readonly Assignment[] = ['diff', 'merge', 'text'].map((name) => ({ name, value: false }));

/** The attributes in force in one tree, from its `.gitattributes` alone: no program, no configuration, no work tree. */
export async function readAttributes(
  texts: TextSource,
  files: readonly TreeEntry[],
  atHand: AtHand = () => null,
): Promise<Attributes> {
  const sources = files.filter(({ path }) => path === FILE || path.endsWith(`/${FILE}`));
  const known = new Map(sources.map(({ path, blob }) => [blob, atHand(path, blob)?.toString('latin1') ?? null]));
  const asked = [...known].flatMap(([blob, text]) => (text === null ? [blob] : []));
  const read = asked.length === 0 ? [] : await readTexts(texts, asked);
  asked.forEach((blob, index) => known.set(blob, read[index]?.toString('latin1') ?? ''));
  const parsed = sources.map(({ path, blob }) => {
    const folder = path.slice(0, -FILE.length) as RepoPath;
    return [latin1(folder), parseAttributes(known.get(blob) ?? '')] as const;
  });
  return new Attributes(new Map(parsed), keyOf(sources));
}

/** Answers for any path, also one that is not in the tree. */
export class Attributes {
  /** Equal for equal rules: paths and blobs of the files they come from. */
  readonly key: string;
  private readonly files: ReadonlyMap<string, AttributeFile>;
  private readonly macros: ReadonlyMap<string, readonly Assignment[]>;

  constructor(files: ReadonlyMap<string, AttributeFile>, key: string) {
    this.files = files;
    this.key = key;
    this.macros = new Map([['binary', BINARY], ...(files.get('')?.macros ?? [])]);
  }

  /** What is said of the path. */
  of(path: RepoPath): PathAttributes {
    const values = this.valuesOf(path);
    const language = values.get('linguist-language');
    return {
      isGenerated: toBoolean(values.get('linguist-generated')),
      isVendored: toBoolean(values.get('linguist-vendored')),
      language: typeof language === 'string' ? language : undefined,
      isBinary: values.get('text') === false && values.get('diff') === false,
    };
  }

  /** Every attribute of the path: the nearest folder and, in it, the last line win, so what is set first stays. */
  valuesOf(path: RepoPath): ReadonlyMap<string, AttributeValue> {
    const values = new Map<string, AttributeValue>();
    if (this.files.size === 0) return values;
    const bytes = latin1(path);
    for (let at = bytes.lastIndexOf('/'); ; at = at < 1 ? -1 : bytes.lastIndexOf('/', at - 1)) {
      const file = this.files.get(bytes.slice(0, at + 1));
      if (file !== undefined) this.addRules(values, file, bytes.slice(at + 1));
      if (at === -1) return values;
    }
  }

  private addRules(values: Map<string, AttributeValue>, file: AttributeFile, path: string): void {
    for (const rule of file.rules.toReversed()) {
      if (rule.fits(path)) this.assign(values, rule.assignments);
    }
  }

  private assign(values: Map<string, AttributeValue>, assignments: readonly Assignment[]): void {
    for (const { name, value } of assignments.toReversed()) {
      if (values.has(name)) continue;
      values.set(name, value);
      if (value === true) this.assign(values, this.macros.get(name) ?? []);
    }
  }
}

/** Linguist also takes `linguist-generated=true` and `=false`. */
function toBoolean(value: AttributeValue | undefined): boolean | undefined {
  if (typeof value === 'string') return value !== 'false';
  return value ?? undefined;
}

function latin1(path: RepoPath): string {
  return encodePath(path).toString('latin1');
}

function keyOf(sources: readonly { readonly path: RepoPath; readonly blob: BlobOid }[]): string {
  return sources.map(({ path, blob }) => `${blob} ${path}`).join('\n');
}
