import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import sharp from "sharp";
import type { Params, Result } from "../../protocol/validate.js";
import { localRoots } from "../../sidecar/host/roots.js";
import { reportError } from "../../sidecar/host/studio-error.js";
import { plantedLora } from "../../sidecar/rehearsal/lora/planted-lora.js";
import { writeTrainingSet } from "../../sidecar/rehearsal/pictures/write-training-set.js";
import type { Handlers } from "../../sidecar/server/router.js";
import { openStudio } from "../../sidecar/server/studio.js";
import { sweepSettings } from "./sweep-settings.js";

export interface RehearsedScoring {
  report: Result<"sweep/report">;
  again: Result<"sweep/score">;
  cells: Result<"sweep/scores">["cells"];
  /** After a fourth seed. */
  more: Result<"sweep/report">;
  /** Looks taken by each scoring, the latest first. */
  looks: number[];
  /** Code of the error for a next plan, where no run made the files. */
  refused: string;
}

/** Rehearses a sweep of a LoRA that does nothing and a good one, lets it be scored, then draws a seed more. */
export default async function rehearseScoring(home: string): Promise<RehearsedScoring> {
  const [state, set, files] = [join(home, "state"), join(home, "set"), join(home, "files")];
  await Promise.all([state, files].map((folder) => mkdir(folder)));
  // Who reads the user's files refuses drawings; the stand-in draws with them, here in the same process.
  sharp.unblock({ operation: ["VipsForeignLoadSvg"] });
  await writeTrainingSet(set, { captions: true });
  const loras: string[] = [];
  for (const [place, kind] of (["none", "good"] as const).entries()) {
    const path = join(files, `okara-step${String(1000 * (place + 1)).padStart(8, "0")}.safetensors`);
    await writeFile(path, plantedLora({ kind, seed: place, step: 1000 * (place + 1), epoch: place + 1 }));
    loras.push(path);
  }
  const studio = await openStudio(state, () => {});
  const handlers = studio.handlersFor(localRoots());
  const context = { signal: new AbortController().signal, progress: () => {} };
  const call = <M extends keyof Handlers>(method: M, params: Params<M>): Promise<Result<M>> =>
    handlers[method](params, context);
  const settings = sweepSettings({
    loras,
    folder: set,
    strengths: "0.9",
    prompts: ["1girl, solo, okara, upper body"],
    seeds: "1, 2, 3",
    sampler: null,
    width: 128,
    height: 192,
    rehearsal: true,
  });
  try {
    const { id } = await call("sweep/start", { settings });
    const scored = async (pictures: number): Promise<Result<"sweep/report">> => {
      for (;;) {
        const report = await call("sweep/report", { id });
        if (report.state === "scored" && report.scored === pictures) return report;
        await wait(300);
      }
    };
    const report = await scored(20 + 9);
    const again = await call("sweep/score", { id });
    const { cells } = await call("sweep/scores", { id });
    await call("sweep/change", { id, settings: { ...settings, seeds: "1, 2, 3, 4" } });
    const more = await scored(20 + 12);
    const { jobs } = await call("job/list", {});
    const refused = await call("sweep/nextPlan", { id }).then(
      () => "",
      (error: unknown) => reportError(error).code,
    );
    const looks = jobs.filter(({ kind }) => kind === "sweepScore").map(({ total }) => total);
    return { report, again, cells, more, looks, refused };
  } finally {
    await studio.close();
  }
}
