import { parentPort, workerData } from 'node:worker_threads';
import { UnsoundError } from '../../../errors.ts';
import type { Location } from '../../../git/location.ts';
import { Repository } from '../../../git/repository.ts';
import type { Ruleset } from '../../../markers/ruleset.ts';
import { labourHere, type Answer, type Ask, type PartName } from './labour.ts';

/** What a thread is started with. */
export interface ThreadData {
  readonly location: Location;
  readonly ruleset: Ruleset;
  readonly env: Readonly<Record<string, string>>;
}

/** A part of the labour for a thread. */
export interface Order<Name extends PartName = PartName> {
  readonly name: Name;
  readonly ask: Ask<Name>;
}

/** What a thread says: that it has started; and of each order the answer, or why it failed. */
export type Delivery =
  | { readonly kind: 'started' }
  | { readonly kind: 'done'; readonly answer: Answer<PartName> }
  | { readonly kind: 'failed'; readonly isUnsound: boolean; readonly message: string; readonly stack: string };

const { location, ruleset, env } = workerData as ThreadData;
const work = labourHere({ repository: new Repository(location, { env }), ruleset });

parentPort?.on('message', (order: Order) => {
  void deliver(order).then((delivery) => parentPort?.postMessage(delivery, []));
});

parentPort?.postMessage({ kind: 'started' } satisfies Delivery, []);

async function deliver({ name, ask }: Order): Promise<Delivery> {
  try {
    return { kind: 'done', answer: await work(name, ask) };
  } catch (error) {
    const { message, stack = message } = error instanceof Error ? error : new Error(String(error));
    return { kind: 'failed', isUnsound: error instanceof UnsoundError, message, stack };
  }
}
