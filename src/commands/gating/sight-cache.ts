import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { UnsoundError, UsageError } from '../../errors.ts';
import { readRegularFile } from '../../files/read.ts';
import { keepSecret } from '../../files/secret.ts';
import { writeInFolder } from '../../files/write.ts';
import type { Repository } from '../../git/repository.ts';
import type { BlobOid } from '../../model/git.ts';
import type { Sight } from '../../model/marker.ts';
import type { Console, Request } from '../../model/request.ts';

/** Longer files are made anew. In bytes. */
const SIZE_LIMIT = 64 * 1024 * 1024;
/** Entries that nobody asked for in a run are kept up to here: another branch may ask for them. */
const MOST_OTHERS = 20_000;

type Entry = readonly [name: string, sights: readonly Sight[]];

/** The file of one ruleset, and what seals it. */
interface CacheFile {
  readonly folder: string;
  readonly name: string;
  readonly console: Console;
  seal(body: string): string;
}

/**
 * Opens what a folder keeps of earlier runs; undefined where nothing can be kept safely. The file is sealed with a secret over the
 * version of the program, the ruleset and every byte: one that was cut or changed, that another version or anybody else made, counts
 * for nothing. So it can save time and never change an answer.
 */
export async function openSightCache(
  { outside, console }: Request<unknown>,
  { location }: Repository,
  { folder, sightKey }: { readonly folder: string; readonly sightKey: string },
): Promise<SightCache | undefined> {
  const own = join(location.commonDir, 'hackdebt', 'cache.key');
  const secret = outside.env['HACKDEBT_CACHE_KEY'] ?? (await keepSecret(own));
  if (secret === undefined) {
    console.note('nothing is cached: the git directory cannot keep a key. Set HACKDEBT_CACHE_KEY to a secret.');
    return undefined;
  }
  const about = `${outside.versions.hackdebt}\0${sightKey}\0`;
  const seal = (body: string): string => createHmac('sha256', secret).update(`${about}${body}`).digest('hex');
  const file = { folder, name: `${sightKey}.sights`, console, seal };
  return new SightCache(file, await readEntries(file));
}

/** What blobs show in a language, under one ruleset. */
export class SightCache {
  readonly #file: CacheFile;
  readonly #known: ReadonlyMap<string, readonly Sight[]>;
  readonly #used = new Map<string, readonly Sight[]>();
  #isChanged = false;

  constructor(file: CacheFile, known: readonly Entry[]) {
    this.#file = file;
    this.#known = new Map(known);
  }

  find(blob: BlobOid, language: string): readonly Sight[] | undefined {
    const name = `${blob} ${language}`;
    const sights = this.#known.get(name);
    if (sights) this.#used.set(name, sights);
    return sights;
  }

  add(blob: BlobOid, language: string, sights: readonly Sight[]): void {
    this.#used.set(`${blob} ${language}`, sights);
    this.#isChanged = true;
  }

  /** Writes what was added. A folder that takes nothing is told of, and fails nothing. */
  async save(): Promise<void> {
    if (!this.#isChanged) return;
    const others = [...this.#known].filter(([name]) => !this.#used.has(name)).slice(0, MOST_OTHERS);
    const body = [...this.#used, ...others].map((entry) => `${JSON.stringify(entry)}\n`).join('');
    const { folder, name, console, seal } = this.#file;
    try {
      await writeInFolder(folder, name, `${seal(body)}\n${body}`);
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof UnsoundError)) throw error;
      console.note(`nothing is cached: ${error.message}`);
    }
  }
}

/** `<seal> LF`, then `["<oid> <language>",[sights]] LF` per blob: parsed only where the seal says that we wrote it. */
function readEntries({ folder, name, console, seal }: CacheFile): Entry[] {
  const file = readRegularFile(join(folder, name), { size: SIZE_LIMIT });
  if (file.kind === 'absent') return [];
  const text = file.kind === 'content' ? file.bytes.toString('utf8') : '';
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (text.slice(0, Math.max(0, end)) !== seal(body)) {
    console.note(`the cache in ${folder} is passed over: it is not whole, or was made with another key.`);
    return [];
  }
  return body
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Entry);
}
