import { randomBytes } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, MEANINGS, readRegularFile } from './read.ts';

const ONLY_OURS = 0o600;

/** The secret that a file holds, made when first asked for; undefined where it can be neither read nor kept. */
export async function keepSecret(path: string): Promise<string | undefined> {
  const known = await readSecret(path);
  if (known !== undefined) return known;
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'wx', ONLY_OURS);
    try {
      const secret = randomBytes(32).toString('hex');
      await file.writeFile(secret);
      return secret;
    } finally {
      await file.close();
    }
  } catch (error) {
    // Another run was faster, or the folder is not ours to write to.
    if (codeOf(error) === 'EEXIST') return readSecret(path);
    if (MEANINGS[codeOf(error)] === undefined && codeOf(error) !== 'EROFS') throw error;
    return undefined;
  }
}

function readSecret(path: string): string | undefined {
  const file = readRegularFile(path);
  const secret = file.kind === 'content' ? file.bytes.toString('latin1') : '';
  return /^[0-9a-f]{64}$/.test(secret) ? secret : undefined;
}
