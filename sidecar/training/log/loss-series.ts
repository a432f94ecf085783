/** A place of the curve: its last step, and least, mean and greatest loss of what it stands for. */
type LossPoint = [step: number, least: number, mean: number, greatest: number];

/** A curve of bounded size over a run of any length. */
export interface LossSeries {
  /** The same step again corrects its loss: a bar shows the old one first. */
  add(step: number, loss: number): void;
  points(): LossPoint[];
  toJSON(): SavedLossSeries;
}

/** What the series is made of, to be kept. */
export interface SavedLossSeries {
  limit: number;
  /** Steps that a full place stands for. */
  stride: number;
  /** [last step, count, sum, least, greatest] */
  places: [number, number, number, number, number][];
  last: [step: number, loss: number] | null;
}

type Place = SavedLossSeries["places"][number];

const merge = (one: Place, other: Place): Place => [
  other[0],
  one[1] + other[1],
  one[2] + other[2],
  Math.min(one[3], other[3]),
  Math.max(one[4], other[4]),
];

const isNumbers = (value: unknown, length: number): value is number[] =>
  Array.isArray(value) && value.length === length && value.every((one) => Number.isFinite(one));
const isPlace = (value: unknown): value is Place => isNumbers(value, 5);
const isLast = (value: unknown): value is [number, number] => isNumbers(value, 2);

/** What `toJSON` gave, or null when it is not that. */
export function readLossSeries(value: unknown): SavedLossSeries | null {
  if (typeof value !== "object" || value === null) return null;
  const { limit, stride, places, last }: Partial<Record<keyof SavedLossSeries, unknown>> = value;
  if (!Number.isInteger(limit) || !Number.isInteger(stride) || Number(limit) < 2 || Number(stride) < 1) return null;
  if (!Array.isArray(places) || places.length > Number(limit) || !places.every(isPlace)) return null;
  if (last !== null && !isLast(last)) return null;
  return { limit: Number(limit), stride: Number(stride), places, last };
}

/**
 * Keeps at most `limit` points of a curve: when they are full, neighbours become one and each stands for twice as many
 * steps. Least and greatest are kept, so that a spike stays visible. The same steps always give the same points.
 * @param saved goes on from there, whatever `limit` says
 */
export function createLossSeries(limit: number, saved?: SavedLossSeries): LossSeries {
  const most = Math.max(2, saved?.limit ?? Math.floor(limit));
  let stride = saved?.stride ?? 1;
  let places: Place[] = saved?.places.map((place) => [...place]) ?? [];
  // The newest step is not yet in a place, for its loss may be corrected.
  let last: [number, number] | null = saved?.last ?? null;

  const put = ([step, loss]: [number, number]): void => {
    const fresh: Place = [step, 1, loss, loss, loss];
    const open = places.at(-1);
    if (open !== undefined && open[1] < stride) {
      places[places.length - 1] = merge(open, fresh);
      return;
    }
    // One place is left for the newest step.
    if (places.length < most - 1) {
      places.push(fresh);
      return;
    }
    stride *= 2;
    const halved: Place[] = [];
    for (let at = 0; at < places.length; at += 2) {
      const one = places[at];
      const other = places[at + 1];
      if (one !== undefined) halved.push(other === undefined ? one : merge(one, other));
    }
    places = halved;
    put([step, loss]);
  };

  return {
    add(step, loss) {
      if (!Number.isFinite(step) || !Number.isFinite(loss)) return;
      if (last !== null && last[0] !== step) put(last);
      last = [step, loss];
    },
    points() {
      const shown = places.map(
        ([step, count, sum, least, greatest]): LossPoint => [step, least, sum / count, greatest],
      );
      if (last !== null) shown.push([last[0], last[1], last[1], last[1]]);
      return shown;
    },
    toJSON: () => ({
      limit: most,
      stride,
      places: places.map((place): Place => [...place]),
      last: last === null ? null : [...last],
    }),
  };
}
