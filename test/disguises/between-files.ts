import { addWord, retag, shiftDown } from './in-file.ts';
import { type Changes, codeLines, cutBlock, type Disguise, findGaps, type Scene } from './scene.ts';

/** Another name, in the same folder or another. */
export const rename: Disguise = (scene) => renameTo(scene, freePath(scene), textOf(scene));

/** Another name for a file that is edited in the same commit. */
export const renameAndEdit: Disguise = (scene) => {
  const text = shiftDown(scene)?.get(scene.path);
  return text ? renameTo(scene, freePath(scene), text) : undefined;
};

/** Another name for a file in which one marker gets another tag or a word more. */
export const renameAndReword: Disguise = (scene) => {
  const text = scene.random.pick([addWord, retag])(scene)?.get(scene.path);
  return text ? renameTo(scene, freePath(scene), text) : undefined;
};

/** The marker and what stands below it go to the end of another file of the language. */
export const moveToFile: Disguise = (scene) => {
  const cut = cutBlock(scene);
  const other = pickOther(scene);
  if (!cut || other === undefined || cut.block.filter((line) => /\w/.test(line)).length < 3) return undefined;
  return new Map([
    [scene.path, cut.rest.join('\n')],
    [other, `${scene.tree.get(other) ?? ''}\n${cut.block.join('\n')}\n`],
  ]);
};

/** The lower part becomes a file of its own. */
export const split: Disguise = (scene) => {
  const gaps = findGaps(scene.path, scene.lines).filter((index) => index > 3);
  if (gaps.length === 0) return undefined;
  const at = scene.random.pick(gaps);
  return new Map([
    [scene.path, scene.lines.slice(0, at).join('\n')],
    [freePath(scene), scene.lines.slice(at).join('\n')],
  ]);
};

/** The file is put at the end of another one. */
export const join: Disguise = (scene) => {
  const other = pickOther(scene);
  if (other === undefined) return undefined;
  return new Map<string, string | null>([
    [scene.path, null],
    [other, `${scene.tree.get(other) ?? ''}\n${textOf(scene)}`],
  ]);
};

/** Two files exchange their names. */
export const swap: Disguise = (scene) => {
  const other = pickOther(scene);
  if (other === undefined) return undefined;
  return new Map([
    [scene.path, scene.tree.get(other) ?? ''],
    [other, textOf(scene)],
  ]);
};

/** The file gets another name, and something else its name. */
export const replace: Disguise = (scene) => {
  const code = codeLines(scene).map((index) => scene.lines[index]);
  return code.length < 3
    ? undefined
    : new Map([...renameTo(scene, freePath(scene), textOf(scene)), [scene.path, code.join('\n')]]);
};

function renameTo({ path }: Scene, to: string, text: string): Changes {
  return new Map([
    [path, null],
    [to, text],
  ]);
}

function textOf({ lines }: Scene): string {
  return lines.join('\n');
}

function freePath({ tree, path, random }: Scene): string {
  const [folder, name, extension] = partsOf(path);
  const into = random.chance(0.5) ? folder : `${folder}${random.pick(['parts', 'old', 'new'])}/`;
  for (let number = 1; ; number += 1) {
    const candidate = `${into}${name.replace(/_\d+$/, '')}_${number}${extension}`;
    if (!tree.has(candidate)) return candidate;
  }
}

function pickOther({ tree, path, random }: Scene): string | undefined {
  const [, , extension] = partsOf(path);
  const others = [...tree.keys()].filter((other) => other !== path && extension !== '' && other.endsWith(extension));
  return others.length === 0 ? undefined : random.pick(others);
}

function partsOf(path: string): [folder: string, name: string, extension: string] {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const dot = base.indexOf('.', 1);
  const name = dot < 0 ? base : base.slice(0, dot);
  return [path.slice(0, -base.length), name, dot < 0 ? '' : base.slice(dot)];
}
