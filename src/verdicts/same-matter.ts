/** Words of admissions and of file names that say nothing about their matter. */
const COMMON = new Set(
  'the and for not this that these with from into when then than should would could will need needs make more have has been some any all but also only just does why what how here there can may get set use add fix remove todo fixme hack xxx test tests spec index main util utils helper helpers common base core src lib file files code class method function comment internal api impl abstract default new old'.split(
    ' ',
  ),
);

/** Whether the name of a file says a word of an admission: "keep babel away from ./dist" and `babel.config.js`. */
export function isNamedIn(text: string, path: string): boolean {
  const said = new Set(wordsOf(text));
  return wordsOf(path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')).some((word) => said.has(word));
}

function wordsOf(text: string): string[] {
  const words = text.replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2').match(/\p{L}{3,}/gu) ?? [];
  return words.map((word) => word.toLowerCase()).filter((word) => !COMMON.has(word));
}
