// Words that follow "todo" where it means "all" in Spanish, Portuguese or Galician, and that begin no English task.
const AFTER_ALL =
  'el la los las lo un una uno unos unas esto este esta estos estas ese eso esa esos esas aquel aquello aquella mi mis tus sus nuestro nuestra cuyo que qué cual aquí está esta están estaba sea ser fue era son salió va debe puede pueda cuanto cuando donde desde hasta hacia sobre bien mundo tipo tiempo momento caso lado día dia mal correcto igual listo junto ello ellos ella sigue funciona parece queda lleva contiene o os à ao aos às um uma isso isto aquilo aquele aquela esse essa nosso nossa seu sua meu minha é são não foi tem deve pode está em nos nas pelo pela mais mas';
// The same, but these are English words too, or may begin a note: the rest of the text decides.
const MAYBE_AFTER_ALL =
  'a as com do da de del e i na y en es se no me te le su tu con por para si como sin ni menos excepto salvo in per il gli ok va lo';
const PROSE =
  'el la los las lo una unos unas que qué de del en es se por para con como pero más este esta esto ese esa eso está están ser son fue no si sin sobre cuando donde porque ya muy también aquí hay todos todas nada o os um uma não é são foi com em na nos nas pelo pela ao mais mas isso isto você ele ela seu sua dos das il gli che di per non sono questo questa della nel come anche y e su sus al';
const ENGLISH =
  'the a an and or to of in is are be it this that for with on not as by from if when we should need needs use fix add make remove check why how what make sure can could does do have has more better';

const AFTER = setOf(AFTER_ALL);
const MAYBE = setOf(MAYBE_AFTER_ALL);
const PROSE_WORDS = setOf(PROSE);
const ENGLISH_WORDS = setOf(ENGLISH);
const BEFORE_ALL = setOf('de del sobre con ante en por y e casi com em di para hacer borrar es a sempre siempre ante');

/** Of fewer words of a language a name or an abbreviation may be made: `TODO no caching`, `TODO per-user settings`. */
const FEWEST = 2;

/** Whether "todo", followed by these words without a separator, is the Spanish or Portuguese "all" and no tag. */
export function isRomanceAll(after: string, upperCase: boolean): boolean {
  const text = after.slice(0, 200).toLowerCase();
  const next = /\p{L}+/u.exec(text)?.[0];
  if (next === undefined || !(AFTER.has(next) || MAYBE.has(next) || !upperCase)) return false;
  const words = wordsOf(text);
  if (AFTER.has(next) && !(ENGLISH_WORDS.has(next) && isEnglish(words))) return true;
  return (MAYBE.has(next) || !upperCase) && isRomance(words, after);
}

/** Whether the word before a "TODO" makes it the Spanish or Portuguese "all" (`ANTE TODO:`). */
export function isBeforeRomanceAll(before: string): boolean {
  const word = /(\p{L}+)\s+$/u.exec(before)?.[1];
  return word !== undefined && BEFORE_ALL.has(word.toLowerCase()) && !ENGLISH_WORDS.has(word.toLowerCase());
}

function isRomance(words: readonly string[], text: string): boolean {
  const accents = /[áéíóúñãõâêôçàèìòù¿¡]/i.test(text) ? 1 : 0;
  const romance = words.filter((word) => PROSE_WORDS.has(word) || AFTER.has(word));
  if (new Set(romance).size + accents < FEWEST) return false;
  return romance.length + accents > words.filter((word) => ENGLISH_WORDS.has(word)).length;
}

function isEnglish(words: readonly string[]): boolean {
  return words.filter((word) => ENGLISH_WORDS.has(word)).length > words.filter((word) => PROSE_WORDS.has(word)).length;
}

function wordsOf(text: string): string[] {
  return (text.match(/\p{L}+/gu) ?? []).slice(0, 14);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
