/** A stream that text goes to. */
export interface Sink {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string, done?: (error?: Error | null) => void): boolean;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** A stream that text comes from. */
export interface Source extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean;
  destroy?(): unknown;
}

/** What main needs of the process it runs in; `process` itself fits. */
export interface Io {
  readonly stdin: Source;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  cwd(): string;
  on(event: string, listener: (cause: unknown) => void): unknown;
  off(event: string, listener: (cause: unknown) => void): unknown;
}
