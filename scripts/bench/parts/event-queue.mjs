/** What happens next in a simulated time: a binary heap of [moment, deed]. */
export function createEvents() {
  const heap = [];
  const swap = (a, b) => {
    [heap[a], heap[b]] = [heap[b], heap[a]];
  };
  return {
    add(at, deed) {
      let here = heap.push({ at, deed }) - 1;
      while (here > 0 && heap[(here - 1) >> 1].at > heap[here].at) {
        swap(here, (here - 1) >> 1);
        here = (here - 1) >> 1;
      }
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0) return first;
      heap[0] = last;
      for (let here = 0; ; ) {
        const [left, right] = [2 * here + 1, 2 * here + 2];
        const least = right < heap.length && heap[right].at < heap[left].at ? right : left;
        if (least >= heap.length || heap[least].at >= heap[here].at) return first;
        swap(here, least);
        here = least;
      }
    },
    size: () => heap.length,
  };
}

/** Numbers 0–1 that are the same every time (mulberry32). */
export function numbersFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
