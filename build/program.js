// Ties the whole program together in one file, runs it a little, and keeps what V8 made of it: loading and compiling the modules is a quarter of the
// time of every short command. Where anything of that fails bin/program.js starts the modules, and hackdebt works as well, and starts slower.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const { PROGRAM } = createRequire(import.meta.url)('../bin/program.js');
/** Loaded from node_modules when needed: the part of the database that is no JavaScript, and what says whether it is there. */
const EXTERNAL = ['*.node', 'better-sqlite3/package.json'];

/** Writes the program and its code with esbuild, given the options that it shares with the bundle of modules. */
export async function buildProgram(esbuild, alike) {
  const { metafile, outputFiles } = await esbuild.build({
    entryPoints: ['dist/src/cli/main.js'],
    outfile: PROGRAM,
    format: 'cjs',
    external: EXTERNAL,
    alias: { bindings: fileURLToPath(new URL('./bindings.cjs', import.meta.url)) },
    // A module before a script that asks for its own parts in ways a bundler cannot see.
    mainFields: ['module', 'main'],
    // A script has no loader for modules of its own.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'PROGRAM_URL' },
    banner: { js: "const PROGRAM_URL = require('node:url').pathToFileURL(__filename).href;" },
    // A quarter of what is read of it at each start would be indentation.
    minifyWhitespace: true,
    lineLimit: 120,
    metafile: true,
    write: false,
    ...alike,
  });
  const text = outputFiles.map((file) => inAscii(file.text)).join('');
  writeFileSync(PROGRAM, Module.wrap(text));
  writeFileSync(PROGRAM.replace(/\.cjs$/, '.licenses.txt'), licensesOf(Object.keys(metafile.inputs)));
  const warmUp = fileURLToPath(new URL('./warm-up.js', import.meta.url));
  const { status } = spawnSync(process.execPath, [warmUp], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0)
    process.stderr.write('The code of the program was not kept: hackdebt will work, and start slower.\n');
}

/** Node reads it in a third of the time. What is not ASCII stands in regular expressions and comments only: esbuild escapes the rest. */
function inAscii(text) {
  return text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What the packages in the bundle want to be told with them. */
function licensesOf(files) {
  const folders = new Set(files.flatMap((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []));
  return [...folders]
    .toSorted()
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => /^licen[cs]e/i.test(name))
        .map((name) => `${folder}/${name}`),
    )
    .map((file) => `${file}\n\n${readFileSync(file, 'utf8')}\n`)
    .join('\n');
}
