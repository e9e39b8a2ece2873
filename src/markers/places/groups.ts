/** The bytes that each of a word's first four bytes may be. */
export type Start = readonly (readonly number[])[];

const GROUPS = 8;
/** How often a byte stands in comments and code, roughly: what is rare in them may well fit. */
const WEIGHTS = Float64Array.from({ length: 256 }, (_, byte) => weightOf(String.fromCharCode(byte)));

/** For each of the four bytes, the sets of lower and of higher halves that it may have, as bits. */
type Halves = readonly (readonly [low: number, high: number])[];

/** Spreads words over eight groups so that little else fits one: what fits a group is any mixture of the halves of its words' bytes. */
export function groupAlike(starts: readonly Start[]): Start[][] {
  const groups = Array.from({ length: GROUPS }, () => ({ starts: [] as Start[], halves: NONE, weight: 0 }));
  const words = starts.map((start) => ({ start, halves: halvesOf(start) }));
  const heaviest = words
    .map((word) => ({ ...word, weight: weigh(word.halves) }))
    .toSorted((a, b) => b.weight - a.weight);
  for (const { start, halves } of heaviest) {
    const joined = groups.map((group) => join(group.halves, halves));
    const weights = joined.map(weigh);
    const costs = weights.map((weight, index) => weight - (groups[index]?.weight ?? 0));
    const cheapest = costs.indexOf(Math.min(...costs));
    const group = groups[cheapest];
    if (!group) continue;
    group.starts.push(start);
    group.halves = joined[cheapest] ?? halves;
    group.weight = weights[cheapest] ?? 0;
  }
  return groups.map((group) => group.starts);
}

const NONE: Halves = Array.from({ length: 4 }, () => [0, 0] as const);

function halvesOf(start: Start): Halves {
  return start.map((may) => {
    let [low, high] = [0, 0];
    for (const byte of may) {
      low |= 1 << (byte & 15);
      high |= 1 << (byte >> 4);
    }
    return [low, high];
  });
}

function join(one: Halves, other: Halves): Halves {
  return one.map(([low, high], byte) => [low | (other[byte]?.[0] ?? 0), high | (other[byte]?.[1] ?? 0)]);
}

/** How often a text fits, roughly. */
function weigh(halves: Halves): number {
  return halves.reduce((product, [low, high]) => product * weighByte(low, high), 1);
}

function weighByte(low: number, high: number): number {
  let sum = 0;
  for (let upper = 0; upper < 16; upper += 1) {
    if ((high & (1 << upper)) === 0) continue;
    for (let lower = 0; lower < 16; lower += 1) {
      if ((low & (1 << lower)) !== 0) sum += WEIGHTS[(upper << 4) | lower] as number;
    }
  }
  return sum;
}

function weightOf(char: string): number {
  const rank = ' etaoinsrhldcumfpgwybvkxjqz'.indexOf(char);
  return rank < 0 ? 0.3 : 10 / (1 + rank / 4);
}
