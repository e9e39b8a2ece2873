/** The newest so many commits that changed a hack's annotated code are judged; older ones say no more. */
const MOST = 5;

/** The commits that count of those that changed a hack's annotated code, oldest first. */
export function newestOf<Rewrite>(rewrites: readonly Rewrite[]): readonly Rewrite[] {
  return rewrites.slice(-MOST);
}
