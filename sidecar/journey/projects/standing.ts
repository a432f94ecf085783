import type { Result } from "../../../protocol/validate.js";
import type { SetLook } from "./look-at-set.js";
import type { Story, StoryStep } from "./project-store.js";
import type { SweepVerdict } from "./sweep-verdict.js";

type Row = Result<"project/list">["projects"][number];
type Stage = Row["stages"][number];
type Next = Row["next"];

// Steps that are not about what captions say, by the names that their rooms give them.
const notCaptions = new Set(["Tag pictures", "Export tags", "Export captions", "Import"]);

const isCaptionStep = ({ name, files, moved, undone, point }: StoryStep): boolean =>
  !undone && !point && files > moved && !notCaptions.has(name);

/** Where a project stands: one state for each room on the way. */
export function stagesOf(look: SetLook | null, { steps, plans, runs, sweeps }: Story): Stage[] {
  const pictures = look?.pictures ?? 0;
  const captions = look?.captions ?? 0;
  const edits = steps.filter(isCaptionStep).length;
  const [run, sweep] = [runs[0], sweeps[0]];
  return [
    { room: "dataset", state: look === null ? "broken" : pictures > 0 ? "done" : "none", count: pictures },
    { room: "tagging", state: captions === 0 ? "none" : captions < pictures ? "part" : "done", count: captions },
    { room: "captions", state: edits > 0 ? "done" : "none", count: edits },
    { room: "planning", state: plans.length > 0 || runs.length > 0 ? "done" : "none", count: plans.length },
    { room: "training", state: run === undefined ? "none" : trainingState(runs), count: runs.length },
    { room: "sweep", state: sweep === undefined ? "none" : sweepState(sweep), count: sweeps.length },
  ];
}

function trainingState(runs: Story["runs"]): Stage["state"] {
  const states = runs.map(({ state }) => state);
  if (states.includes("running")) return "running";
  if (states.includes("queued")) return "waiting";
  if (states[0] === "failed") return "broken";
  return states.includes("succeeded") ? "done" : "part";
}

function sweepState({ state }: Story["sweeps"][number]): Stage["state"] {
  if (state === "drawing") return "running";
  if (state === "done") return "done";
  return state === "failed" ? "broken" : "part";
}

/** @param verdict of the latest sweep; null where it is not judged yet */
function afterSweep({ sweeps, installed }: Story, verdict: SweepVerdict | null): Pick<Next, "kind" | "sweep" | "name"> {
  const sweep = sweeps[0];
  const named = { sweep: sweep?.id ?? null, name: sweep?.name ?? null };
  if (installed.length > 0 || sweep === undefined) return { kind: "nothing", ...named };
  if (verdict === null) return { kind: "verdict", ...named };
  return { kind: verdict.recommended === null ? "notEnough" : "install", ...named };
}

/** What a project needs next of its user; "nothing" where it has arrived. */
export function nextOf(look: SetLook | null, story: Story, verdict: SweepVerdict | null): Next {
  const { plans, runs, sweeps } = story;
  const none = { plan: null, run: null, sweep: null, count: 0, name: null };
  if (look === null) return { ...none, kind: "locate", room: "dataset" };
  const running = runs.find(({ state }) => state === "running");
  if (running) return { ...none, kind: "training", room: "training", run: running.id, name: running.name };
  const drawing = sweeps.find(({ state }) => state === "drawing");
  if (drawing) return { ...none, kind: "drawing", room: "sweep", sweep: drawing.id, name: drawing.name };
  const waiting = runs.find(({ state }) => state === "queued");
  if (waiting) return { ...none, kind: "waiting", room: "training", run: waiting.id, name: waiting.name };
  if (look.pictures === 0) return { ...none, kind: "pictures", room: "dataset" };
  const [latest, sweep] = [runs[0], sweeps[0]];
  if (latest?.state === "failed")
    return { ...none, kind: "failed", room: "training", run: latest.id, name: latest.name };
  const trained = runs.find(({ state }) => state === "succeeded");
  if (trained && !sweeps.some(({ settings }) => settings.run === trained.id))
    return { ...none, kind: "sweep", room: "sweep", run: trained.id, name: trained.name };
  if (sweep && (sweep.state === "paused" || sweep.state === "failed"))
    return { ...none, kind: "sweepStopped", room: "sweep", sweep: sweep.id, name: sweep.name };
  if (trained || sweep) return { ...none, room: "sweep", ...afterSweep(story, verdict) };
  const left = look.pictures - look.captions;
  if (left > 0) return { ...none, kind: "tag", room: "tagging", count: left };
  const plan = plans[0];
  if (!plan) return { ...none, kind: "plan", room: "planning" };
  return { ...none, kind: "train", room: "training", plan: plan.id, name: plan.name };
}
