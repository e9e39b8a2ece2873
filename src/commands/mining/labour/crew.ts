import { Worker } from 'node:worker_threads';
import { UnsoundError } from '../../../errors.ts';
import type { Tools, DoPart } from './labour.ts';
import type { Delivery, Order, ThreadData } from './thread.ts';
import { tuneForLongRun } from './tune.ts';

/** How many threads there shall be, what they work with, and what stops them. */
export interface CrewPlan extends Tools {
  readonly jobs: number;
  /** Variables that git needs. */
  readonly env: Readonly<Record<string, string>>;
  /** Of the Node that runs this: `20.19.0`. */
  readonly nodeVersion: string;
  readonly signal: AbortSignal;
}

/** With 4 MB each thread of redis clears it 900 times, and takes 5 % longer; with Node's own 48 MB it holds 25 MB more, and is no faster. */
const LIMITS = { maxYoungGenerationSizeMb: 12 };

interface Task {
  readonly order: Order;
  readonly done: (answer: never) => void;
  readonly failed: (reason: unknown) => void;
}

/** Threads that take one task after the other, each with git processes of its own. */
export class Crew {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #waiting: Task[] = [];
  readonly #busy = new Map<Worker, Task>();
  readonly #nodeVersion: string;
  #starting: number;
  readonly #signal: AbortSignal;
  readonly #stop: () => void;
  /** Why nothing is done any more, once that is so. */
  #broken: { readonly reason: unknown } | undefined;

  constructor({ jobs, repository, ruleset, env, nodeVersion, signal }: CrewPlan) {
    const workerData: ThreadData = { location: repository.location, ruleset, env };
    const script = new URL('./thread.js', import.meta.url);
    this.#workers = Array.from({ length: jobs }, () => new Worker(script, { workerData, resourceLimits: LIMITS }));
    this.#idle = [...this.#workers];
    this.#nodeVersion = nodeVersion;
    this.#starting = jobs;
    this.#signal = signal;
    this.#stop = () => this.#break(signal.reason);
    signal.addEventListener('abort', this.#stop, { once: true });
    for (const worker of this.#workers) {
      worker.on('message', (delivery: Delivery) => this.#take(worker, delivery));
      worker.on('error', (error) => this.#break(error));
      worker.on('exit', (code) => this.#break(new Error(`a thread ended with code ${code}`)));
    }
  }

  /** Hands a part of the labour to the next thread that is idle. */
  readonly work: DoPart = (name, ask) =>
    new Promise((done, failed) => {
      this.#signal.throwIfAborted();
      if (this.#broken) throw this.#broken.reason;
      this.#waiting.push({ order: { name, ask }, done, failed });
      this.#assign();
    });

  /** Ends all threads. What is still under way is not answered. */
  async dismiss(): Promise<void> {
    this.#signal.removeEventListener('abort', this.#stop);
    this.#broken = { reason: new Error('the crew was dismissed') };
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #assign(): void {
    while (this.#idle.length > 0) {
      const task = this.#waiting.shift();
      const worker = task && this.#idle.pop();
      if (task === undefined || worker === undefined) return;
      this.#busy.set(worker, task);
      worker.postMessage(task.order, []);
    }
  }

  #take(worker: Worker, delivery: Delivery): void {
    if (delivery.kind === 'started') {
      // Not before: Node's own code does not come from its cache once V8 is told otherwise, and each thread would compile it.
      if (--this.#starting === 0) tuneForLongRun(this.#nodeVersion);
      return;
    }
    const task = this.#busy.get(worker);
    this.#busy.delete(worker);
    this.#idle.push(worker);
    this.#assign();
    if (delivery.kind === 'done') task?.done(delivery.answer as never);
    else task?.failed(errorOf(delivery));
  }

  #break(reason: unknown): void {
    if (this.#broken) return;
    this.#broken = { reason };
    for (const { failed } of [...this.#busy.values(), ...this.#waiting.splice(0)]) failed(reason);
    this.#busy.clear();
  }
}

/** The user's errors stay what they are; everything else is a bug and keeps its stack. */
function errorOf({ isUnsound, message, stack }: Extract<Delivery, { kind: 'failed' }>): Error {
  if (isUnsound) return new UnsoundError(message);
  return Object.assign(new Error(message), { stack });
}
