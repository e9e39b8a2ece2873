import { openStore } from '../../src/store/open.ts';
import { story } from './galley.ts';
import { blobsOf, foldOf } from './story-fold.ts';

// Run by tests as a process of its own: `worker.js <what> <file>`.
const [, , what = '', file = ''] = process.argv;

const WORK: Record<string, () => Promise<void>> = { scan, count, read };
await WORK[what]?.();

/** Mines in small steps, as a scan does: blobs in batches, the fold in three; goes on where the last one stopped. */
async function scan(): Promise<void> {
  const store = await openStore({ file, onWait: (message) => process.stdout.write(`${message}\n`) });
  await store.exclusively(async () => {
    process.stdout.write('at work\n');
    const blobs = blobsOf(story);
    for (let i = 0; i < blobs.length; i += 5) await store.writeSights('rules', blobs.slice(i, i + 5));
    const ranks = story.told.filter(({ row }) => row.position !== null).map(({ row }) => row.rank);
    for (const to of [ranks[9] ?? 1, ranks[19] ?? 1, story.told.length]) {
      const from = (await store.readTip('main', 'key'))?.rank ?? 0;
      if (to > from) await store.writeFold('main', foldOf(story, from, to));
    }
  });
  await store.close();
}

/** Twenty turns of reading a number and writing the next one, which only works undisturbed. */
async function count(): Promise<void> {
  const store = await openStore({ file });
  for (let turn = 0; turn < 20; turn++) {
    await store.exclusively(async () => {
      const names = await store.readPeople();
      const author = { name: `Cook ${names.length}`, email: '' };
      await addAlias(store, author.name);
    });
  }
  await store.close();
}

async function addAlias(store: Awaited<ReturnType<typeof openStore>>, name: string): Promise<void> {
  const oid = 'a'.repeat(40);
  const known = await store.readAliases('main');
  const alias = {
    hack: `hd-${String(known.length).padStart(16, '0')}`,
    firstId: 'hd-1',
    firstCommit: oid,
    squash: oid,
  };
  const whole = { ...alias, author: { name, email: '' }, authorTime: { seconds: 1, offsetMinutes: 0 } };
  await store.writeAliases('main', [whole as unknown as (typeof known)[number]]);
}

async function read(): Promise<void> {
  const store = await openStore({ file });
  process.stdout.write(JSON.stringify({ note: store.note, hacks: (await store.readHacks('main')).length }));
  await store.clearFold('main');
  await store.close();
}
