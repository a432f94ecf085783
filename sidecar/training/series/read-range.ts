import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

const number = "([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[-+]?\\d+)?)";
const RANGE = new RegExp(
  `^${number}\\s*(?:-|–|\\.\\.|〜|~)\\s*${number}\\s*(?:\\(\\+?${number}\\)|\\[(\\d+)\\])?$`,
  "i",
);
// More are a slip of the pen: nobody trains so many.
const MOST = 100;

/** Sums of steps such as 0.1 are not exact in binary: what was written has no more digits than this. */
const exact = (value: number): number => Number(value.toPrecision(12));

/**
 * The numbers of a range, as the XYZ plot of AUTOMATIC1111's WebUI writes them: `1-5`, `1-9 (+2)`, `0.5-1 [6]` (so many, evenly
 * spaced); any other text is left as it is. @throws StudioError "badArguments" for ranges that are endless or too long
 */
export function readRange(written: string, whole: boolean): string[] {
  const text = written.normalize("NFKC");
  const found = RANGE.exec(text);
  if (found === null) return [written];
  const [from, to] = [Number(found[1]), Number(found[2])];
  const count = found[4] === undefined ? null : Number(found[4]);
  const step = count === null ? Math.abs(Number(found[3] ?? 1)) : count < 2 ? 0 : Math.abs(to - from) / (count - 1);
  const length = count ?? (step === 0 ? Number.POSITIVE_INFINITY : Math.floor(Math.abs(to - from) / step + 1e-9) + 1);
  if (length < 1 || length > MOST) {
    throw new StudioError(
      "badArguments",
      say('A range of 1 to {most} values is expected; "{written}" has {count}.', {
        most: MOST,
        written: written.slice(0, 60),
        count: Number.isFinite(length) ? length : say("no end"),
      }),
      say("Write 8-32 (+8), or 0.5-1 [6] for six values."),
    );
  }
  const sign = to < from ? -1 : 1;
  const values = Array.from({ length }, (_, index) => exact(from + sign * step * index));
  return values.map((value) => String(whole ? Math.round(value) : value));
}
