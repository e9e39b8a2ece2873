/** The places (ascending) from `start` up to before `end`, counted from `start`. */
export function placesWithin(places: readonly number[], start: number, end: number): number[] {
  const found: number[] = [];
  for (let index = firstFrom(places, start); index < places.length; index += 1) {
    const place = places[index] ?? 0;
    if (place >= end) break;
    found.push(place - start);
  }
  return found;
}

function firstFrom(places: readonly number[], start: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
