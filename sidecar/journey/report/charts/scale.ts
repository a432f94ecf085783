/** Where values lie between two pixels. */
interface Scale {
  at(value: number): number;
  ticks: readonly number[];
}

/** Round numbers of a range, about `wanted` of them. */
function ticksOf(low: number, high: number, wanted = 4): number[] {
  const rough = Math.max((high - low) / wanted, Number.MIN_VALUE);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => Number(((first + index) * step).toPrecision(6)));
}

/** Values of `low` to `high` on the pixels `from` to `to`; a range of nothing lies in the middle. */
export function scaleOf([low, high]: readonly [number, number], [from, to]: readonly [number, number]): Scale {
  const room = Math.abs(low) / 2 || 0.5;
  const wide = high - low > 0 ? ([low, high] as const) : ([low - room, high + room] as const);
  const at = (value: number): number => from + ((value - wide[0]) / (wide[1] - wide[0])) * (to - from);
  return { at, ticks: ticksOf(wide[0], wide[1]) };
}

export const pixel = (value: number): string => value.toFixed(1);
