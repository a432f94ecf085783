import { words } from "../../state/look.js";
import { titleOfFamily } from "../../state/plan-catalog.js";
import { type Run, run, secondsOf } from "../../state/training.js";
import { CopyButton } from "./CopyButton.js";

const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;

/** The settings that matter, as they are in the run's own plan. */
function settingsOf({ plan, steps }: Run): [string, string][] {
  const { training: said, number } = words.value;
  const { settings } = said;
  const told = plan.arguments;
  const text = (name: string): string => {
    const value = told[name];
    return value === undefined || value === null ? "" : typeof value === "number" ? String(value) : `${value}`;
  };
  const base = text("pretrained_model_name_or_path");
  const dim = [text("network_dim"), text("network_alpha")].filter(Boolean).join(" / ");
  const resolution = text("resolution") || String(plan.datasets?.[0]?.options.resolution ?? "");
  const rows: [string, string][] = [
    [said.baseModel, base === "" ? said.noBaseModel : lastPart(base)],
    [settings.steps, number(steps)],
    [settings.resolution, resolution.replace(",", " × ")],
    [settings.train_batch_size, text("train_batch_size") || "1"],
    [settings.optimizer_type, text("optimizer_type")],
    [settings.learning_rate, text("learning_rate") || text("unet_lr")],
    [settings.lr_scheduler, text("lr_scheduler")],
    [settings.network_dim, dim],
    [settings.mixed_precision, text("mixed_precision")],
  ];
  return rows.filter(([, value]) => value !== "");
}

function timesOf(shown: Run): [string, string][] {
  const { training: said, date } = words.value;
  const seconds = secondsOf(shown);
  const rows: [string, string][] = [];
  if (shown.started === null) rows.push([said.queuedAt, date(shown.queued)]);
  else rows.push([said.startedAt, date(shown.started)]);
  if (shown.ended !== null) rows.push([said.endedAt, date(shown.ended)]);
  if (seconds !== null) rows.push([shown.ended === null ? said.durationSoFar : said.duration, said.took(seconds)]);
  return rows;
}

function Facts({ rows }: { rows: [string, string][] }) {
  return (
    <dl class="plan-figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd class="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Folders({ shown }: { shown: Run }) {
  const { training: said } = words.value;
  const rows: [string, string][] = [
    [said.outputFolder, shown.outputFolder],
    [said.runFolder, shown.runFolder],
    ...(shown.rehearsal ? [] : [[said.trainerFolder, shown.trainer.folder] satisfies [string, string]]),
    ...(shown.folder === null ? [] : [[said.pictureFolder, shown.folder] satisfies [string, string]]),
  ];
  return (
    <ul class="train-folders">
      {rows.map(([title, path]) => (
        <li key={title}>
          <div class="train-head">
            <span class="muted">{title}</span>
            <CopyButton text={path} label={said.copyPath} name={said.copyPathOf(title)} />
          </div>
          <span class="train-path">{path}</span>
        </li>
      ))}
    </ul>
  );
}

/** The shown run at a glance, in the right pane. */
export function RunSummary() {
  const { training: said } = words.value;
  const shown = run.value;
  if (shown === null) return null;
  const { trainer, plan } = shown;
  return (
    <div class="plan-summary">
      <h2 class="file-name">{shown.name}</h2>
      <p class="muted">{titleOfFamily(plan.family)}</p>
      <Facts rows={settingsOf(shown)} />
      <Facts rows={[[said.trainerFolder, said.trainerKinds[trainer.kind] ?? trainer.kind], ...timesOf(shown)]} />
      <h3>{said.folders}</h3>
      <Folders shown={shown} />
    </div>
  );
}
