import { UnsoundError } from '../errors.ts';

/** One answer of `git cat-file --batch`. `bytes` is null when the object is absent or longer than the limit. */
export interface Frame {
  readonly request: string;
  readonly oid: string;
  readonly type: string;
  /** Length of the whole object in bytes; -1 when it is absent. */
  readonly size: number;
  /** Until the next frame is read; copy what is kept. */
  readonly bytes: Buffer | null;
}

/** Takes a frame; reading goes on when the promise, if any, is fulfilled. */
export type OnFrame = (frame: Frame) => void | Promise<void>;

const NEWLINE = 0x0a;
const ABSENT = / (?:missing|submodule|ambiguous)$/;

interface Body {
  readonly oid: string;
  readonly type: string;
  readonly size: number;
}

/**
 * Cuts the output of `git cat-file --batch` into frames, whatever the chunks:
 *
 *     <oid> blob 11\nhello world\n
 *     <request as it was made> missing\n
 *
 * Contents that lie in one chunk are handed on without being copied, others are collected in memory that is used again and again, and those
 * above the limit are never collected.
 */
export class FrameReader {
  private readonly requests: string[] = [];
  private answered = 0;
  private header: Buffer[] = [];
  private body: Body | undefined;
  private memory = Buffer.alloc(0);
  private taken = 0;
  private readonly sizeLimit: number;

  constructor(sizeLimit: number) {
    this.sizeLimit = sizeLimit;
  }

  /** A request that git was or is about to be given; answers come in the same order. */
  expect(request: string): void {
    this.requests.push(request);
  }

  /** True when every request has its answer and nothing is left over. */
  get isSettled(): boolean {
    return this.requests.length === this.answered && this.body === undefined && this.header.length === 0;
  }

  /** Reads on at `at` up to the end of one frame or of the chunk. Returns where to go on, and the frame if one is complete. */
  read(chunk: Buffer, at: number): { readonly next: number; readonly frame?: Frame } {
    return this.body === undefined ? this.readHeader(chunk, at) : this.readBody(this.body, chunk, at);
  }

  private readHeader(chunk: Buffer, at: number): { next: number; frame?: Frame } {
    const end = chunk.indexOf(NEWLINE, at);
    if (end === -1) {
      // A copy: the next chunk may come in the same memory.
      this.header.push(Buffer.from(chunk.subarray(at)));
      return { next: chunk.length };
    }
    const tail = chunk.toString('latin1', at, end);
    const line = this.header.length === 0 ? tail : Buffer.concat(this.header).toString('latin1') + tail;
    this.header = [];
    const request = this.requests[this.answered];
    if (request === undefined) throw garbled(line);
    if (ABSENT.test(line)) return { next: end + 1, frame: this.complete({ oid: '', type: 'missing', size: -1 }, null) };
    this.body = parseHeader(line);
    return { next: end + 1 };
  }

  private readBody(body: Body, chunk: Buffer, at: number): { next: number; frame?: Frame } {
    const end = at + body.size - this.taken;
    const isKept = body.size <= this.sizeLimit;
    if (end >= chunk.length) {
      // The newline after the content is still to come, so even a complete content waits for the next chunk.
      if (isKept) this.collect(body, chunk, { from: at, to: chunk.length });
      this.taken += chunk.length - at;
      return { next: chunk.length };
    }
    if (chunk[end] !== NEWLINE) throw garbled(body.oid);
    const isWhole = this.taken === 0 || !isKept;
    if (!isWhole) this.collect(body, chunk, { from: at, to: end });
    const bytes = isWhole ? chunk.subarray(at, end) : this.memory.subarray(0, body.size);
    return { next: end + 1, frame: this.complete(body, isKept ? bytes : null) };
  }

  private collect({ size }: Body, chunk: Buffer, { from, to }: { readonly from: number; readonly to: number }): void {
    if (this.memory.length < size) this.memory = Buffer.allocUnsafeSlow(Math.min(2 * size, this.sizeLimit));
    chunk.copy(this.memory, this.taken, from, to);
  }

  private complete(body: Body, bytes: Buffer | null): Frame {
    const request = this.requests[this.answered] ?? '';
    this.answered += 1;
    this.forgetAnswered();
    this.body = undefined;
    this.taken = 0;
    return { request, ...body, bytes };
  }

  private forgetAnswered(): void {
    if (this.answered < 4096) return;
    this.requests.splice(0, this.answered);
    this.answered = 0;
  }
}

/** `<oid> blob 11` */
function parseHeader(line: string): Body {
  const [oid = '', type = '', size = ''] = line.split(' ');
  if (!/^[0-9a-f]{40,64}$/.test(oid) || !/^\d+$/.test(size)) throw garbled(line);
  return { oid, type, size: Number(size) };
}

function garbled(near: string): UnsoundError {
  return new UnsoundError(
    `git cat-file printed something that is no object, near ${JSON.stringify(near.slice(0, 80))}.`,
  );
}
