import { words } from "../../state/look.js";
import type { Run } from "../../state/training.js";
import { acting, stopRun } from "../../state/training-actions.js";
import { askNow, isUnderWay, type NowKind, type NowState } from "../../state/training-now.js";

/** What became of the latest request; nothing before the first one of a run that can be asked. */
function told(kind: NowKind, { state, step, files, why }: NowState): string {
  const { now } = words.value.training;
  const said = now[kind];
  if (state === "planned") {
    const next = step === null ? said.none : said.planned(step);
    return why === null ? next : why === "noPrompts" ? now.why.noPrompts : `${now.why[why]} ${next}`;
  }
  if (state === "asked" || step === null) return state === "asked" ? said.asked : "";
  return state === "taken" ? said.taken(step) : state === "done" ? said.done(step, files.length) : "";
}

function AskButton({ id, kind, now }: { id: number; kind: NowKind; now: NowState }) {
  return (
    <button
      type="button"
      disabled={acting.value || isUnderWay(now) || now.state === "planned"}
      onClick={() => void askNow(id, kind)}
    >
      {words.value.training.now[kind].button}
    </button>
  );
}

function Told({ kind, now }: { kind: NowKind; now: NowState }) {
  const came = now.state === "done" && now.files.length > 0;
  return (
    <span class={came ? "green" : "muted"} title={now.files.join("\n")}>
      {told(kind, now)}
    </span>
  );
}

/** Saves and samples outside the plan, of a run that is running. */
export function NowButtons({ run }: { run: Run }) {
  const { now: said } = words.value.training;
  const { now } = run;
  if (!now) return null;
  return (
    <div class="train-now">
      <div class="train-buttons">
        <AskButton id={run.id} kind="save" now={now.save} />
        <AskButton id={run.id} kind="sample" now={now.sample} />
        {now.save.state !== "planned" && !run.afterSave && (
          <button type="button" disabled={acting.value} onClick={() => void stopRun(run.id, "save")}>
            {said.saveAndStop}
          </button>
        )}
      </div>
      <div class="train-told" role="status">
        <Told kind="save" now={now.save} />
        <Told kind="sample" now={now.sample} />
      </div>
    </div>
  );
}
