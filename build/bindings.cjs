'use strict';
// Stands in for the package `bindings` in the program: that one looks for SQLite in a dozen places, and this knows the one where npm builds it.
module.exports = () => {
  try {
    return require('better-sqlite3/build/Release/better_sqlite3.node');
  } catch (cause) {
    // Says it if the package is not here at all.
    require.resolve('better-sqlite3/package.json');
    throw new Error('better-sqlite3 is not built', { cause });
  }
};
