#!/usr/bin/env node
// Nothing may be imported before the check: on an old Node the native modules crash without a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`hackdebt: Node ${process.versions.node} is too old. Install Node 20.19 or newer.\n`);
  process.exitCode = 2;
} else {
  import('../dist/src/app/main.js').catch(loadModules).then(start, explain);
}

/** The same in as many files as it was written in, where nothing tied them together: see build/bundle.js. */
function loadModules(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('main.js')) throw error;
  return import('../dist/src/cli/main.js');
}

async function start({ main }) {
  process.exitCode = await main(process.argv.slice(2), process);
}

function explain(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('main.js')) throw error;
  process.stderr.write('hackdebt: it is not built yet. Run "npm ci" in its folder.\n');
  process.exitCode = 2;
}
