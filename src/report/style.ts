import type { Palette } from './palette.ts';

/** How a report is to look. */
export interface Style {
  readonly palette: Palette;
  /** Columns of the terminal; null: lines are not cut. */
  readonly width: number | null;
  /** At most so many entries; null: the format's own habit. */
  readonly limit: number | null;
  /** How many digits of an id are unique in the repository; null: look at the report's own. */
  readonly idDigits: number | null;
  /** Whether the terminal can show only ASCII; absent: it shows all of Unicode. */
  readonly ascii?: boolean;
}
