/** Paints a piece of text. */
export type Paint = (text: string) => string;

/** Colours by what they mean. Never the only sign of anything. */
export interface Palette {
  readonly title: Paint;
  readonly faint: Paint;
  readonly id: Paint;
  readonly tag: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  readonly doubtful: Paint;
}

const plain: Paint = (text) => text;

/** No colours: files, pipes and NO_COLOR. */
export const PLAIN: Palette = {
  title: plain,
  faint: plain,
  id: plain,
  tag: plain,
  good: plain,
  bad: plain,
  doubtful: plain,
};
