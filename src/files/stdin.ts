import { createReadStream } from 'node:fs';
import { UsageError } from '../errors.ts';

/** All of standard input, as bytes. Longer than the limit (in bytes) is a UsageError, because a part would be a wrong answer. */
export async function readStdin(limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream('', { fd: 0, autoClose: false })) {
    length += (chunk as Buffer).length;
    if (length > limit) throw new UsageError(`Standard input is longer than ${limit} bytes. Give a smaller text.`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks, length);
}
