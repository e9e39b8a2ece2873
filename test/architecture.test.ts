import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { globbySync } from 'globby';

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/** Who may import whom (rooms of src/), and which packages and effectful node modules a room may touch. Pure node modules are free. */
const ROOMS: Record<string, Room> = {
  bin: { rooms: ['cli'], packages: ['node:process', 'node:module', 'node:fs', 'node:vm'] },
  cli: {
    rooms: ['commands', 'report', 'files', 'model', 'errors'],
    packages: [
      'commander',
      'chalk',
      'jsonc-parser',
      '@cfworker/json-schema',
      'node:process',
      'node:tty',
      'node:fs',
      'node:os',
    ],
  },
  commands: {
    rooms: [
      'git',
      'files',
      'markers',
      'history',
      'verdicts',
      'sprints',
      'insights',
      'store',
      'report',
      'gate',
      'model',
      'errors',
    ],
    packages: ['node:worker_threads', 'node:v8', 'node:vm'],
  },
  git: {
    rooms: ['model', 'errors'],
    // A pipe of its own has a name in the file system, for as long as it takes to open it.
    packages: ['simple-git', 'node:child_process', 'node:process', 'node:net', 'node:fs', 'node:os'],
  },
  files: { rooms: ['model', 'errors'], packages: ['globby', 'node:fs', 'node:fs/promises'] },
  markers: { rooms: ['model'], packages: [] },
  history: { rooms: ['model'], packages: [] },
  verdicts: { rooms: ['markers', 'model'], packages: [] },
  sprints: { rooms: ['model'], packages: [] },
  insights: { rooms: ['model'], packages: ['picomatch', 'node:module'] },
  store: {
    rooms: ['model', 'errors'],
    // A query of the user's own runs in a process that can be killed: SQLite cannot be interrupted.
    packages: ['better-sqlite3', 'node:fs', 'node:fs/promises', 'node:child_process', 'node:worker_threads'],
  },
  report: { rooms: ['model'], packages: [] },
  gate: { rooms: ['model'], packages: [] },
  model: { rooms: [], packages: [] },
  errors: { rooms: [], packages: [] },
  index: { rooms: ['markers', 'model'], packages: [] },
};

const FREE = new Set([
  'node:crypto',
  'node:path',
  'node:buffer',
  'node:util',
  'node:events',
  'node:stream',
  'node:string_decoder',
  'node:timers/promises',
]);

interface Import {
  readonly file: string;
  readonly room: string;
  readonly target: string;
}

function findImports(): Import[] {
  const files = globbySync(['src/**/*.ts', 'bin/*.js']).toSorted();
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const targets = [
      ...text.matchAll(
        /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\b(?:import|require)\(\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'/g,
      ),
    ];
    return targets.map((match) => ({ file, room: roomOf(file), target: match[1] ?? match[2] ?? match[3] ?? '' }));
  });
}

function roomOf(file: string): string {
  const parts = file.split('/');
  if (parts[0] === 'bin') return 'bin';
  return (parts[1] ?? '').replace(/\.ts$/, '');
}

function targetRoom(entry: Import): string | undefined {
  if (!entry.target.startsWith('.')) return undefined;
  const url = new URL(entry.target, `file:///${entry.file}`).pathname.slice(1);
  // The build ties the rooms together in dist/src/app, which begins with cli's main.
  return roomOf(url.replace(/^dist\//, '').replace(/^src\/app\//, 'src/cli/'));
}

function complaint(entry: Import): string | undefined {
  const room = ROOMS[entry.room];
  if (!room) return `${entry.file}: no such room`;
  const target = targetRoom(entry);
  if (target !== undefined) {
    const allowed = target === entry.room || room.rooms.includes(target);
    return allowed ? undefined : `${entry.file}: ${entry.room} may not import ${target}`;
  }
  const allowed = FREE.has(entry.target) || room.packages.includes(entry.target);
  return allowed ? undefined : `${entry.file}: ${entry.room} may not import ${entry.target}`;
}

test('every import follows the table of rooms', () => {
  const complaints = findImports()
    .map(complaint)
    .filter((line) => line !== undefined);
  assert.deepEqual(complaints, []);
});

test('the import scanner sees the imports of this project', () => {
  assert.ok(findImports().length > 10);
});
