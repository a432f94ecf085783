import type { Params, Result } from "../../../../protocol/validate.js";
import { contentOf } from "../../../sweep/draw/place-loras.js";
import { publishedLoras } from "../../../training/results/published-table.js";
import { outputNameOf } from "../identify/known-files.js";
import { readLoraFile } from "../identify/lora-file.js";
import { traceFile } from "../identify/trace-file.js";
import type { LineageRoom } from "../lineage-room.js";
import { childrenOf, runVersion } from "../version/run-version.js";
import { type LineageRun, runLineage } from "./run-lineage.js";
import { sweepsOf } from "./sweeps-of.js";

type Lineage = Result<"lineage/of">;

// Pictures of one set in an answer, where no other number is asked for.
const LISTED = 200;

/** Where a LoRA file came from, and what came of it. @throws StudioError "notFound" | "modelInvalid" | "outsideRoots" */
export async function lineageOf(room: LineageRoom, { path, limit = LISTED }: Params<"lineage/of">): Promise<Lineage> {
  const { database, roots } = room;
  const file = await readLoraFile(database, await roots.permit(path));
  const { via, matches } = await traceFile(room, file);
  const runs: LineageRun[] = [];
  for (const match of matches) runs.push(await runLineage(room, match, limit));
  const contents = new Set([file.content]);
  // The run's own file is this one under other metadata, where its weights are the same.
  for (const { by, saved } of matches) {
    const content = by === "weights" && saved ? await contentOf(database, saved.path) : null;
    if (content !== null) contents.add(content);
  }
  const runIds = new Set(matches.map(({ run }) => run));
  const children = [...runIds].flatMap((id) => childrenOf(database, id));
  return {
    file: {
      path: file.path,
      name: file.name,
      bytes: file.facts.bytes,
      content: file.content,
      hash: file.facts.hash,
      family: file.facts.family,
      networkDim: file.facts.networkDim,
      step: file.facts.step,
      epoch: file.facts.epoch,
      rehearsal: file.facts.rehearsal,
    },
    match: matches[0]?.by ?? "none",
    via,
    runs,
    sweeps: await sweepsOf(room, contents, runIds),
    installed: publishedLoras(database)
      .filter(({ content }) => contents.has(content))
      .map(({ name, path: at, folder, published, isThere }) => ({
        name,
        path: at,
        folder,
        published,
        there: isThere,
        isThis: at === file.path,
      })),
    next: children.map((run) => ({ run: run.id, name: outputNameOf(run), version: runVersion(run), state: run.state })),
    metadata: Object.fromEntries(file.metadata),
  };
}
