#!/usr/bin/env node
'use strict';
// Nothing may be loaded before the check: on an old Node the native modules crash without a word.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`hackdebt: Node ${process.versions.node} is too old. Install Node 20.19 or newer.\n`);
  process.exitCode = 2;
} else {
  require('./program.js').loadProgram().then(start, explain);
}

async function start({ main }) {
  process.exitCode = await main(process.argv.slice(2), process);
  // By itself Node waits until V8 has cleared the memory that it is about to give back: 12 ms after a scan without news.
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) process.exit();
}

function explain(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('main.js')) throw error;
  process.stderr.write('hackdebt: it is not built yet. Run "npm ci" in its folder.\n');
  process.exitCode = 2;
}
