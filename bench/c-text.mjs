// Text like C: functions of many names, as long as asked for, the same on every run.
const NOUNS =
  'ship berth harbour crane cargo pilot anchor deck buoy tide rope mast hull keel sail chart route client reply server object string list node entry key value buffer length index offset count state flags result error config event timer context stream channel message packet header queue cache table bucket'.split(
    ' ',
  );
const VERBS =
  'move load find add remove create release init reset parse write read lookup insert delete expand shrink copy compare free count check update send receive'.split(
    ' ',
  );
const REMARKS =
  'nothing to do|the caller owns it|keeps the order of the list|may be NULL|returns the number of entries|see above|not found|only for clients that are connected|the last one wins|no need to look further'.split(
    '|',
  );

export function cText(length) {
  const pick = picker();
  const parts = [];
  for (let size = 0; size < length;) {
    const text = functionText(pick);
    parts.push(text);
    size += text.length;
  }
  return parts.join('').slice(0, length);
}

/** A text again and again, without end, each time with other words in it. */
export function* variants(sample) {
  const pick = picker();
  for (;;) {
    const names = new Map();
    const nameOf = (word) => names.get(word) ?? names.set(word, pick(NOUNS)).get(word);
    yield sample.replace(NAME, nameOf);
  }
}

// Words of the samples that are no part of a language.
const NAME = /\b(?:[a-d]|yes|no|outer|still|inner|more|text|half)\b(?!['"(<=/])/g;

/** A line of code of most languages that holds neither comment nor literal. */
export function lineOfWords(pick) {
  const [one, two, verb] = [pick(NOUNS), pick(NOUNS), pick(VERBS)];
  return pick([
    () => `${one}_${two} = ${verb}(${two}, ${pick(NOUNS)}_count)`,
    () => `${verb} ${one} ${two} ${pick(NOUNS)}`,
    () => `    ${verb}_${one}(${two}.${pick(NOUNS)}, ${pick(['0', '1', '16'])})`,
    () => `  ${one} ${two}_${pick(NOUNS)} ${pick(NOUNS)}_size`,
    () => '',
  ])();
}

/** One function under a comment, and an empty line. */
export function functionText(pick) {
  const [verb, noun, other] = [pick(VERBS), pick(NOUNS), pick(NOUNS)];
  const lines = Array.from({ length: 3 + pick([0, 2, 4, 9, 14]) }, () => `    ${statement(pick)}\n`);
  return `/* ${verb} the ${noun} of a ${other}: ${pick(REMARKS)}.\n * ${pick(REMARKS)}. */
static int ${verb}_${noun}(struct ${other} *${other}, const char *${noun}, int ${pick(NOUNS)}_count) {
${lines.join('')}    return ${noun}_${pick(NOUNS)} ? C_OK : C_ERR;
}\n\n`;
}

function statement(pick) {
  const [one, two, verb] = [pick(NOUNS), pick(NOUNS), pick(VERBS)];
  return pick([
    () => `if (${one}->${two} == NULL) return -1; // ${pick(REMARKS)}`,
    () => `for (int i = 0; i < ${one}->${two}_count; i++) ${verb}_${two}(${one}, i);`,
    () => `printf("${verb} %s of %d\\n", ${one}->name, ${two});`,
    () => `${one}->${two} += ${two}_size * ${pick(['2', '4', '16', 'sizeof(long)'])} / 3;`,
    () => `if (${one}[0] == '\\0' && !${two}) goto ${pick(['cleanup', 'err', 'end'])};`,
    () => `${verb}_${one}(${two}->${pick(NOUNS)}, &${one}, ${pick(['0', '1', 'NULL', 'flags | FLAG_NONE'])});`,
    () => `/* ${pick(REMARKS)} */`,
    () => `${one} = ${two} ? ${two}->${pick(NOUNS)} : server.${pick(NOUNS)};`,
  ])();
}

/** Chooses from a list by a small generator of numbers that look random. */
export function picker(seed = 1) {
  let state = seed;
  return (list) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return list[Math.floor((state / 2 ** 32) * list.length)];
  };
}
