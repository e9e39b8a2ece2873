import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { openStore } from '../../src/store/open.ts';
import { repositoryOf, type TestRepository } from '../rig/repository-of.ts';
import { start } from './start.ts';

let repository: TestRepository;
let file: string;

before(async () => {
  repository = await repositoryOf([{ name: 'root', files: { 'a.ts': '// TODO stow the anchor\n' } }]);
  file = join(repository.dir, '.git', 'hackdebt.db');
});

after(() => repository.dispose());

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  for (const argv of [['scan'], ['doctor', '--rebuild']]) {
    test(`${signal} ends a ${argv[0]} that waits for another run within a second`, async () => {
      const store = await openStore({ file });
      await store.exclusively(async () => {
        const { child, ended } = start([...argv, '--db', file], { cwd: repository.dir });
        const [said] = await once(child.stderr ?? child, 'data');
        assert.match(String(said), /waiting for it/);
        const begin = performance.now();
        child.kill(signal);
        const ending = await ended;
        assert.deepEqual([ending.code, ending.stdout], [code, '']);
        assert.ok(ending.stderr.endsWith(`\nhackdebt: stopped by ${signal}\n`), ending.stderr);
        assert.ok(performance.now() - begin < 1000);
      });
      await store.close();
    });
  }
}
