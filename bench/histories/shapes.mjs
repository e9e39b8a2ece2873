// The histories that are made, as rows.
const PLAIN = { commits: 1000, files: 300, functions: 8, hacks: 100, mergeEvery: 20, renameEvery: 0, seed: 7 };

/** What makes one history different from another. */
export const SHAPES = {
  'small-files': { ...PLAIN, files: 2000, functions: 5 },
  'large-files': { ...PLAIN, commits: 400, files: 4, functions: 250 },
  'many-merges': { ...PLAIN, mergeEvery: 2 },
  'many-renames': { ...PLAIN, renameEvery: 3 },
};

/** What grows while all else stays; the last step of the commits is only taken with --large. */
export const GROWTH = [
  { name: 'commits', steps: [1000, 10_000], large: 100_000, shapeOf: (commits) => ({ ...PLAIN, commits }) },
  { name: 'files', steps: [100, 1000, 10_000], shapeOf: (files) => ({ ...PLAIN, files, functions: 4 }) },
  { name: 'hacks', steps: [100, 1000, 10_000], shapeOf: (hacks) => ({ ...PLAIN, hacks, functions: 40 }) },
];
