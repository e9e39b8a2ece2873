/** What the user did or gave that cannot work: exit code 2. The message is one line: what is wrong and what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** No sound answer is possible here (no repository, missing history, git killed, database locked or damaged): exit code 3. */
export class UnsoundError extends Error {
  override readonly name = 'UnsoundError';
}

/** The user or the system asked to stop: exit code 128 + the signal's number. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  readonly signal: 'SIGINT' | 'SIGTERM';

  constructor(signal: 'SIGINT' | 'SIGTERM') {
    super(`stopped by ${signal}`);
    this.signal = signal;
  }
}
