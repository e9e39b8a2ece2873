// Ties the compiled modules together: three hundred files take Node a tenth of a second to load, a few take a tenth of that.
// Where esbuild is not installed (it has no program for every machine) bin/hackdebt.js starts the modules as they are.
import process from 'node:process';
import { buildProgram } from './program.js';

/** The program, and what it starts as threads and processes of their own. They lie side by side, as they name each other so. */
const ENTRIES = ['cli/main', 'commands/mining/labour/thread', 'store/asking-process', 'store/watchdog'];

/** What both bundles are. */
const ALIKE = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };

const esbuild = await import('esbuild').catch(explain);
if (esbuild) {
  await esbuild.build({
    entryPoints: ENTRIES.map((name) => `dist/src/${name}.js`),
    entryNames: '[name]',
    // As deep as the folders of the rooms, so that package.json and the schemas are found from here, too.
    outdir: 'dist/src/app',
    splitting: true,
    format: 'esm',
    packages: 'external',
    ...ALIKE,
  });
  await buildProgram(esbuild, ALIKE);
}

function explain(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  process.stderr.write('esbuild is not installed: hackdebt will work, and start slower. "npm ci" installs it.\n');
}
