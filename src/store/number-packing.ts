/**
 * Whole numbers (0 to 2^31-1) as LEB128: seven bits a byte, low bits first, the high bit set on all but the last byte.
 * Most numbers here are small distances, so most take one byte.
 */
export function packNumbers(numbers: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(numbers.length * 5);
  let size = 0;
  for (const number of numbers) {
    let rest = number;
    while (rest > 127) {
      bytes[size++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[size++] = rest;
  }
  return Buffer.from(bytes.subarray(0, size));
}

/** The numbers of `packNumbers`. */
export function unpackNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let number = 0;
  let shift = 0;
  for (const byte of bytes) {
    number |= (byte & 127) << shift;
    shift += 7;
    if (byte > 127) continue;
    numbers.push(number);
    number = 0;
    shift = 0;
  }
  return numbers;
}

/** Any whole numbers (-2^29 to 2^29), packed as the signed distances from each to the next, starting at `start`. */
export function packDistances(numbers: readonly number[], start = 0): Buffer {
  let last = start;
  const distances = numbers.map((number) => {
    const distance = number - last;
    last = number;
    return foldSign(distance);
  });
  return packNumbers(distances);
}

/** The numbers of `packDistances`. */
export function unpackDistances(bytes: Uint8Array, start = 0): number[] {
  let last = start;
  return unpackNumbers(bytes).map((folded) => (last += unfoldSign(folded)));
}

/** 0, -1, 1, -2 … become 0, 1, 2, 3 … */
export function foldSign(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

/** The number of `foldSign`. */
export function unfoldSign(folded: number): number {
  return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
}
