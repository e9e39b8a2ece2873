import { codeLines, cutBlock, findGaps, type Disguise, type Scene, withLines } from './scene.ts';

const TAGS = ['TODO', 'FIXME', 'HACK', 'XXX'];
const WORDS = ['soon', 'really', 'before the demo', 'with care', 'again', 'for good'];

/** Another tag, or another spelling of it. */
export const retag: Disguise = (scene) => {
  const { marker, random } = scene;
  if (!TAGS.includes(marker.tag)) return undefined;
  return replaceLine(scene, marker.line - 1, (line) => {
    const at = marker.column - 1;
    const tag = line.slice(at, at + marker.tag.length);
    if (tag.toUpperCase() !== marker.tag) return line;
    return line.slice(0, at) + random.pick(TAGS.filter((other) => other !== marker.tag)) + line.slice(at + tag.length);
  });
};

/** A word more at the end of the text. */
export const addWord: Disguise = (scene) => {
  const word = scene.random.pick(WORDS);
  return replaceLine(scene, scene.marker.endLine - 1, (line) => {
    const [, text = line, end = ''] = /^(.*?)(\s*(?:\*+\/|-->)?\s*)$/.exec(line) ?? [];
    return `${text} ${word}${end}`;
  });
};

/** A word less in the middle of a text of some words. */
export const dropWord: Disguise = (scene) => {
  const { marker } = scene;
  if (marker.text.split(' ').length < 5) return undefined;
  return replaceLine(scene, marker.line - 1, (line) => {
    const tag = line.slice(0, marker.column - 1 + marker.tag.length);
    return tag + line.slice(tag.length).replace(/^(\W+\w+\s+\w+)\s+\w+(?=\s)/, '$1');
  });
};

/** `// TODO` becomes a block comment. */
export const restyle: Disguise = (scene) => {
  const { marker } = scene;
  if (marker.endLine !== marker.line) return undefined;
  return replaceLine(scene, marker.line - 1, (line) => line.replace(/^(\s*)\/\/ ?((?:(?!\*\/).)*)$/, '$1/* $2 */'));
};

/** The code under the marker changes. */
export const editCodeBelow: Disguise = (scene) => {
  const next = codeLines(scene).find((index) => index >= scene.marker.endLine);
  if (next === undefined || next > scene.marker.endLine + 2) return undefined;
  return replaceLine(scene, next, (line) => line.replace(/\w+(?=\W*$)/, (word) => `${word}_too`));
};

/** Both at once: the words and the code below. */
export const rewordAndEdit: Disguise = (scene) => {
  const edited = editCodeBelow(scene)?.get(scene.path);
  return edited ? addWord({ ...scene, lines: edited.split('\n') }) : undefined;
};

/** The whole file stands further right. */
export const reindent: Disguise = (scene) => {
  return withLines(
    scene,
    scene.lines.map((line) => (line.trim() === '' ? line : `  ${line}`)),
  );
};

/** More code above or below. */
export const shiftDown: Disguise = (scene) => {
  const code = codeLines(scene);
  if (code.length < 3) return undefined;
  const more = Array.from({ length: 2 + scene.random.below(6) }, () => scene.lines[scene.random.pick(code)] ?? '');
  const at = scene.random.pick([0, ...findGaps(scene.path, scene.lines)]);
  return withLines(scene, [...scene.lines.slice(0, at), ...more, ...scene.lines.slice(at)]);
};

/** The marker and what stands below it go to another place of the file. */
export const moveInFile: Disguise = (scene) => {
  const cut = cutBlock(scene);
  const gaps = cut ? findGaps(scene.path, cut.rest) : [];
  if (!cut || gaps.length === 0) return undefined;
  const at = scene.random.pick(gaps);
  return withLines(scene, [...cut.rest.slice(0, at), ...cut.block, ...cut.rest.slice(at)]);
};

function replaceLine(scene: Scene, index: number, edit: (line: string) => string): ReturnType<Disguise> {
  const line = scene.lines[index];
  const edited = line === undefined ? undefined : edit(line);
  return edited === undefined || edited === line ? undefined : withLines(scene, scene.lines.with(index, edited));
}
