// WebAssembly of one function, because no expression and no loop of JavaScript looks at bytes this fast (3 GB/s; both are named in
// bench/lexer.mjs): it holds 16 places at a time against eight groups of words by the halves of four bytes, as Hyperscan's "Teddy" does.

/** Where in the memory the function finds its eight tables of 16 bytes, the bytes to scan, and puts the offsets it finds. */
export const LAYOUT = { tables: 0, bytes: 1024, hits: 65_536 } as const;

/** So many bytes a call may scan; it looks at fifteen more. */
export const CHUNK = 32_768;

const MAGIC = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const PAGES = 3;
const I32 = 0x7f;
const V128 = 0x7b;
const BYTES_PER_HIT = 4;
/** Local variables; `END`, the number of bytes, is the parameter. `TABLES` are eight. */
const [END, AT, FOUND, LANES, BYTES, TABLES] = [0, 1, 2, 3, 4, 5];
const LOCALS = [3, 3, I32, 1, V128, 8, V128];

const [LOOP, IF, NOTHING, CLOSE, BRANCH_IF, STORE] = [0x03, 0x04, 0x40, 0x0b, 0x0d, 0x36];
const [LESS, ADD, SUBTRACT, AND, SHIFT_RIGHT, FIRST_LANE] = [0x48, 0x6a, 0x6b, 0x71, 0x76, 0x68];
/** On sixteen bytes at once. */
const V = {
  splat: vector(0x0f),
  swizzle: vector(0x0e),
  differ: vector(0x24),
  and: vector(0x4e),
  shiftRight: vector(0x6d),
  lanes: vector(0x64),
};

/** The module: exports `memory`, and `scan(count)`, which returns how many offsets it put there, ascending. */
export function buildScanModule(): Uint8Array<ArrayBuffer> {
  const code = [...LOCALS, ...scanBody()];
  return Uint8Array.of(
    ...MAGIC,
    ...section(1, [1, 0x60, 1, I32, 1, I32]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, PAGES]),
    ...section(7, [2, ...named('memory'), 2, 0, ...named('scan'), 0, 0]),
    ...section(10, [1, ...unsigned(code.length), ...code]),
  );
}

function scanBody(): number[] {
  const tables = [0, 1, 2, 3, 4, 5, 6, 7];
  return [
    tables.flatMap((table) => [...constant(LAYOUT.tables), ...load(16 * table), ...set(TABLES + table)]),
    [LOOP, NOTHING],
    groupsAt(0),
    [1, 2, 3].flatMap((byte) => [...groupsAt(byte), ...V.and]),
    [...constant(0), ...V.splat, ...V.differ, ...V.lanes, ...tee(LANES)],
    [IF, NOTHING, ...keepLanes(), CLOSE],
    [...get(AT), ...constant(16), ADD, ...tee(AT), ...get(END), LESS, BRANCH_IF, 0, CLOSE],
    [...get(FOUND), ...constant(2), SHIFT_RIGHT, CLOSE],
  ].flat();
}

/** Which groups have a word whose n-th byte is like the one here: a bit each. */
function groupsAt(byte: number): number[] {
  const [low, high] = [TABLES + 2 * byte, TABLES + 2 * byte + 1];
  return [
    [...get(AT), ...load(LAYOUT.bytes + byte), ...set(BYTES)],
    [...get(low), ...get(BYTES), ...constant(15), ...V.splat, ...V.and, ...V.swizzle],
    [...get(high), ...get(BYTES), ...constant(4), ...V.shiftRight, ...V.swizzle, ...V.and],
  ].flat();
}

/** Stores the offset of every lane that is set, the lowest first. */
function keepLanes(): number[] {
  return [
    [LOOP, NOTHING],
    [...get(FOUND), ...get(AT), ...get(LANES), FIRST_LANE, ADD, STORE, 2, ...unsigned(LAYOUT.hits)],
    [...get(FOUND), ...constant(BYTES_PER_HIT), ADD, ...set(FOUND)],
    [...get(LANES), ...get(LANES), ...constant(1), SUBTRACT, AND, ...tee(LANES), BRANCH_IF, 0, CLOSE],
  ].flat();
}

function vector(operation: number): number[] {
  return [0xfd, ...unsigned(operation)];
}

function load(offset: number): number[] {
  return [0xfd, 0, 0, ...unsigned(offset)];
}

function get(local: number): number[] {
  return [0x20, local];
}

function set(local: number): number[] {
  return [0x21, local];
}

function tee(local: number): number[] {
  return [0x22, local];
}

/** A small constant that is not negative. */
function constant(value: number): number[] {
  return [0x41, value];
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function named(name: string): number[] {
  return [name.length, ...Array.from(name, (letter) => letter.charCodeAt(0))];
}

/** A number in LEB128, the way WebAssembly writes them. */
function unsigned(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...unsigned(value >>> 7)];
}
