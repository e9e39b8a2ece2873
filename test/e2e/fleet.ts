import type { Story, StoryCommit } from '../rig/story.ts';

/** A history large enough that a scan takes about a second: `commits` commits, each of which changes twelve of the fleet's files. */
export function fleetStory(commits: number): Story {
  return Array.from({ length: commits }, (_, day): StoryCommit => {
    const ships = Array.from({ length: 12 }, (__, turn) => (day * 7 + turn * 5) % 90);
    return {
      name: `day ${day}`,
      files: Object.fromEntries(ships.map((ship) => [`ships/ship${ship}.ts`, log(ship, day)])),
    };
  });
}

const CARGO = ['figs', 'tea', 'rope', 'salt', 'tar', 'cork', 'ink', 'silk', 'oats', 'zinc', 'rye'];

/** The log of one ship on one day. What it admits stays for a while, is reworded now and then, and goes with its code. */
function log(ship: number, day: number): string {
  const lines = Array.from({ length: 40 }, (_, watch) => {
    const age = Math.floor((day + watch * 13) / 60);
    const cargo = CARGO[(watch + age) % CARGO.length];
    const note =
      watch % 6 === ship % 6 ? `// TODO ${cargo}: stow deck ${watch} ${age % 2 === 0 ? 'dry' : 'aft'}\n` : '';
    return `${note}hoist(${ship}, ${watch}, ${(day * watch) % 13});\n`;
  });
  return lines.join('');
}
