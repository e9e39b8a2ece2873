import assert from 'node:assert/strict';
import { symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDiskBlobs } from '../../src/commands/detecting/disk-blobs.ts';
import type { BlobOid, RepoPath } from '../../src/model/git.ts';
import { git, open, repositoryOf } from '../git/temporary-repository.ts';

const PATH = 'a' as RepoPath;

for (const format of ['sha1', 'sha256']) {
  test(`a file of the work tree stands for a blob only where it is that blob (${format})`, async (t) => {
    const folder = repositoryOf(t, [{ files: [['a', 'hello']] }], [`--object-format=${format}`]);
    git(folder, ['reset', '--quiet', '--hard']);
    const blob = git(folder, ['rev-parse', 'HEAD:a']).trim() as BlobOid;
    const onDisk = openDiskBlobs(await open(folder));
    assert.equal(onDisk(PATH, blob)?.toString(), 'hello');
    assert.equal(onDisk('none' as RepoPath, blob), null);
    writeFileSync(join(folder, 'a'), 'jello');
    assert.equal(onDisk(PATH, blob), null);
    unlinkSync(join(folder, 'a'));
    writeFileSync(join(folder, 'b'), 'hello');
    symlinkSync('b', join(folder, 'a'));
    assert.equal(onDisk(PATH, blob), null);
  });
}

test('a bare repository has no file to stand for a blob', async (t) => {
  const repository = await open(repositoryOf(t, [{ files: [['a', 'hello']] }], ['--bare']));
  const { files } = await repository.tree(await repository.require('main'));
  assert.equal(openDiskBlobs(repository)(PATH, files[0]?.blob as BlobOid), null);
});
