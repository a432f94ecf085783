import { fits, problemsOf, type Result } from "../../../../protocol/validate.js";
import { reportError } from "../../../host/studio-error.js";
import { resolveSweep } from "../../../sweep/plan/resolve-sweep.js";
import type { SweepCandidate, SweepFacts, SweepSettings } from "../../../sweep/plan/resolved-sweep.js";
import { type ArchivedSweep, noProjectIn } from "./archive-format.js";

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Object(value)).flatMap(([name, one]): [string, string][] =>
      typeof one === "string" ? [[name, one]] : [],
    ),
  );

const areCandidates = (value: unknown): value is Result<"sweep/candidates">["candidates"] =>
  problemsOf("sweep/candidates", "result", { run: null, candidates: value }) === null;

function factsOf(value: unknown): SweepFacts {
  const { contents, candidates, checkpoint, family, named, random } = Object(value);
  const known: SweepCandidate[] = areCandidates(candidates) ? candidates : [];
  return {
    contents: texts(contents),
    candidates: known,
    checkpoint: text(checkpoint) ?? "",
    family: text(family),
    named: Object.fromEntries(Object.entries(Object(named)).map(([axis, names]) => [axis, texts(names)])),
    random: Array.isArray(random) ? random.map(Number).filter(Number.isFinite) : [],
  };
}

export interface SweepToStore extends Omit<ArchivedSweep, "settings" | "facts"> {
  settings: SweepSettings;
  facts: SweepFacts;
}

/** @param local paths of this machine for those of the archive @throws StudioError "badArguments" for what cannot be a sweep */
export function parseSweep(file: string, sweep: ArchivedSweep, local: (value: unknown) => unknown): SweepToStore {
  const params: unknown = { settings: local(sweep.settings) };
  if (!fits("sweep/look", params)) {
    throw noProjectIn(file, `sweep ${sweep.name}: ${problemsOf("sweep/look", "params", params) ?? ""}`);
  }
  const facts = factsOf(local(sweep.facts));
  try {
    resolveSweep(params.settings, facts);
  } catch (error) {
    throw noProjectIn(file, `sweep ${sweep.name}: ${reportError(error).message}`);
  }
  return { ...sweep, settings: params.settings, facts };
}
