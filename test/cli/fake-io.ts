import { EventEmitter } from 'node:events';
import type { Io, Sink, Source } from '../../src/cli/io.ts';

/** A sink that keeps what it is given; `failure` makes every write fail. */
export class FakeSink extends EventEmitter implements Sink {
  text = '';
  isTTY = false;
  columns = 80;
  failure: NodeJS.ErrnoException | undefined;

  write(text: string, done?: (error?: Error | null) => void): boolean {
    if (!this.failure) this.text += text;
    done?.(this.failure);
    return true;
  }
}

/** A process that can be looked at. */
export class FakeIo extends EventEmitter implements Io {
  readonly stdout = new FakeSink();
  readonly stderr = new FakeSink();
  readonly env: Record<string, string | undefined> = { HACKDEBT_NOW: '2026-11-18T13:00:00Z' };
  input: readonly string[] = [];
  /** Whether a person sits at it, for standard input. */
  isTerminal = false;
  /** Whether standard input stays open after what it holds. */
  isOpen = false;
  folder: string;

  constructor(folder = '/tmp') {
    super();
    this.folder = folder;
  }

  cwd(): string {
    return this.folder;
  }

  get stdin(): Source {
    const { input, isOpen } = this;
    return {
      isTTY: this.isTerminal,
      async *[Symbol.asyncIterator]() {
        yield* input;
        if (isOpen) await new Promise(() => undefined);
      },
    };
  }
}

/** An error as the system reports it. */
export function systemError(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
