import type { Style } from '../style.ts';

const LEVELS = '▁▂▃▄▅▆▇█';
const ASCII_LEVELS = '_.-=+*#@';

/** One character per value, the highest the value the higher it stands; zero is the lowest. */
export function renderSparkline(values: readonly number[], { ascii }: Style): string {
  const levels = ascii ? ASCII_LEVELS : LEVELS;
  const most = Math.max(1, ...values);
  return values.map((value) => levels[Math.round((value / most) * (levels.length - 1))]).join('');
}

/** A bar of at most `width` columns; what is there at all shows. */
export function renderBar(value: number, most: number, { width, style }: { width: number; style: Style }): string {
  const length = most === 0 ? 0 : Math.round((value / most) * width);
  return (style.ascii ? '#' : '█').repeat(value > 0 ? Math.max(1, length) : 0);
}
