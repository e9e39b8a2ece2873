'use strict';
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

/** The whole program in one file, and what V8 made of it when it was built: see build/program.js. */
const PROGRAM = join(__dirname, '../dist/src/app/program.cjs');
const CODE = join(__dirname, '../dist/src/app/program.code');

/** The program's exports: compiled when it was built, if by the same V8; else from its modules. */
async function loadProgram() {
  if (existsSync(CODE)) {
    const script = compile(readFileSync(CODE));
    if (!script.cachedDataRejected) return run(script);
  }
  return import('../dist/src/app/main.js').catch(loadModules);
}

/** The same in as many files as it was written in, where nothing tied them together: see build/bundle.js. */
function loadModules(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes('main.js')) throw error;
  return import('../dist/src/cli/main.js');
}

/** The program, a function in ASCII, as a script that can tell its code (`createCachedData`), with that of an earlier one if given. */
function compile(cachedData) {
  return new Script(readFileSync(PROGRAM, 'latin1'), { filename: PROGRAM, cachedData });
}

function run(script) {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, Module.createRequire(PROGRAM), module, PROGRAM, dirname(PROGRAM));
  return module.exports;
}

module.exports = { CODE, PROGRAM, loadProgram, compile, run };
