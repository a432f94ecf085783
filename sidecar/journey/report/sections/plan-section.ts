import type { ArgumentValue } from "../../../planning/plan.js";
import { type Language, lastPart, planReasonIn, ruleIn } from "../figures.js";
import { type Html, html, type Piece } from "../html.js";
import { folded, list, section, table } from "../parts.js";
import type { PlanFacts } from "../report-facts.js";

const tones = { error: "red", warning: "amber", note: "muted" } as const;

const written = (value: ArgumentValue): string =>
  Array.isArray(value) ? value.map(String).join(", ") : typeof value === "string" ? lastPart(value) : String(value);

// Keys and tokens of services, which are nobody else's business.
const isSecret = (name: string): boolean => /_token$|api_key|password|secret/.test(name);

/** What people ask for first. */
const first = [
  "learning_rate",
  "unet_lr",
  "text_encoder_lr",
  "optimizer_type",
  "lr_scheduler",
  "network_dim",
  "network_alpha",
  "resolution",
  "train_batch_size",
  "mixed_precision",
] as const;

function rowsOf({ plan, steps, epochs, familyTitle }: PlanFacts, { all, own }: Language): [string, string, string][] {
  const settings: Readonly<Record<string, string>> = { ...all.training.curves.settings, ...all.training.settings };
  const base = plan.arguments.pretrained_model_name_or_path;
  const length = `${all.number(plan.length.value)} ${plan.length.by === "steps" ? own.lengths.steps : own.lengths.epochs}`;
  const told: [string, string, string][] = [
    ["family", all.plan.family, familyTitle],
    ["pretrained_model_name_or_path", all.training.baseModel, base === undefined ? own.unknown : written(base)],
    ["epochs", all.plan.epochsTitle, epochs === null ? length : all.number(epochs)],
    ["steps", all.plan.stepsTitle, steps === null ? length : all.number(steps)],
  ];
  for (const name of first) {
    const value = plan.arguments[name] ?? plan.datasets?.[0]?.options[name];
    if (value !== undefined)
      told.push([name, name === "network_dim" ? "dim" : (settings[name] ?? name), written(value)]);
  }
  return told;
}

/** The plan's numbers with their reasons, and what the rules found. */
export function planSection(
  facts: PlanFacts,
  { language, rehearsal }: { language: Language; rehearsal: string | null },
): Html {
  const { own } = language;
  const { plan, reasons, problems } = facts;
  const why = (names: readonly string[]): string =>
    reasons
      .filter(({ argument }) => names.includes(argument))
      .map((reason) => planReasonIn(language, reason))
      .join(" ");
  const more: Readonly<Record<string, readonly string[]>> = {
    epochs: ["epochs", "repeats"],
    family: ["family", "loraType"],
  };
  const rows = rowsOf(facts, language).map(([name, title, value]): Piece[] => [
    title,
    html`<strong>${value}</strong>`,
    html`<span class="muted">${why(more[name] ?? [name])}</span>`,
  ]);
  const grave = problems.filter(({ severity }) => severity !== "note");
  const remarks = grave.map((problem) => {
    const { title, message, remedy } = ruleIn(language, problem);
    return html`<strong class="${tones[problem.severity]}">${title}</strong> ${message} <span class="muted">${remedy}</span>`;
  });
  const settings = Object.entries(plan.arguments).filter(([name]) => !isSecret(name));
  return section(
    "plan",
    { title: own.plan, rehearsal },
    table([own.setting, own.value, own.reason], rows),
    remarks.length > 0 && html`<h3>${own.remarks}</h3>${list(remarks)}`,
    folded(
      own.allSettings(settings.length),
      table(
        [own.setting, own.value],
        settings.map(([name, value]) => [name, written(value)]),
      ),
    ),
  );
}
