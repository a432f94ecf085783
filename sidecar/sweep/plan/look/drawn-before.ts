import type { Database } from "../../../store/database.js";
import type { DrawRequest } from "../../draw/draw-request.js";

/** Keys among these whose picture is there. */
export function drawnKeys(database: Database, keys: readonly string[]): ReadonlySet<string> {
  const rows = database
    .prepare(
      "SELECT key FROM sweep_picture WHERE state = 'drawn' AND content IS NOT NULL AND key IN (SELECT value FROM json_each(?))",
    )
    .all(JSON.stringify(keys));
  return new Set(rows.map((row) => String(Object(row).key)));
}

/** What a picture has cost. */
export interface DrawnExample {
  work: number;
  /** Same checkpoint, size and steps as this text says. */
  shape: string;
  seconds: number;
  content: string;
  pixels: number;
}

const EXAMPLES = 400;
const USUAL_DENOISING = 0.7;

/** Steps times pixels, of both passes: what drawing time is nearly in proportion to. */
export function workOf({ steps, width, height, hires, denoisingStrength }: DrawRequest): number {
  const pixels = width * height;
  if (hires === null) return steps * pixels;
  const second = hires.steps || steps * (denoisingStrength ?? USUAL_DENOISING);
  return steps * pixels + second * pixels * hires.scale ** 2;
}

export const shapeOf = ({ checkpoint, width, height, steps, hires, sampler }: DrawRequest): string =>
  JSON.stringify([checkpoint, width, height, steps, hires, sampler]);

/** The latest pictures that were drawn, real ones or those of rehearsals. */
export function drawnExamples(database: Database, rehearsal: boolean): DrawnExample[] {
  const rows = database
    .prepare(
      `SELECT request, seconds, content, width, height FROM sweep_picture
       WHERE state = 'drawn' AND seconds > 0 AND content IS NOT NULL ORDER BY revision DESC LIMIT ?`,
    )
    .all(EXAMPLES);
  return rows.flatMap((row) => {
    const { request, seconds, content, width, height } = Object(row);
    // What this program wrote itself.
    const meant: DrawRequest = Object(JSON.parse(String(request)));
    if (meant.rehearsal !== rehearsal) return [];
    const pixels = Number(width) * Number(height);
    return [{ work: workOf(meant), shape: shapeOf(meant), seconds: Number(seconds), content: String(content), pixels }];
  });
}
