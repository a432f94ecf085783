import type { CardUser } from "../host/jobs/job-kind.js";
import type { Database } from "../store/database.js";
import type { SweepDrawing } from "../sweep/draw/sweep-drawing.js";
import { runsThat } from "../training/runs/run-table.js";
import { needsCard } from "../training/runs/runner-company.js";
import { drawingNow } from "../webui/drawing-now.js";
import type { WebuiLinks } from "../webui/webui-links.js";

interface CardUsers {
  database: Database;
  drawing: Pick<SweepDrawing, "live">;
  webuis: Pick<WebuiLinks, "all">;
}

/** Who has this machine's graphics card: a training, a sweep of ours, or a WebUI that draws for somebody. */
export async function cardUser(
  { database, drawing, webuis }: CardUsers,
  signal: AbortSignal,
): Promise<CardUser | null> {
  const run = runsThat(database, "running").find(needsCard);
  if (run) return { by: "training", title: run.name };
  const here = webuis.all().filter(({ isHere }) => isHere);
  const drawn = [...drawing.live.values()].flatMap(({ pool }) => pool.webuis());
  const swept = drawn.find(({ id, state }) => state === "drawing" && here.some((link) => link.id === id));
  if (swept) return { by: "sweep", title: swept.title };
  const title = await drawingNow(here, signal);
  return title === null ? null : { by: "webui", title };
}
