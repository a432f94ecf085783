import { intervalChart, type MeasuredStrength } from "../charts/interval-chart.js";
import { type Language, spokenTag } from "../figures.js";
import { type Html, html, type Piece } from "../html.js";
import { folded } from "../parts.js";
import type { SweepFacts } from "../report-facts.js";

type Report = SweepFacts["report"];
type Checkpoint = Report["checkpoints"][number];

const names = ["traitRecall", "promptKept", "collapse"] as const;
const TRAITS = 16;

/** Mean and interval of what people look at first, by strength, one drawing a checkpoint. */
export function scoreCharts({ checkpoints }: Report, { all, own }: Language): Piece {
  const said = all.sweep.report;
  const known = checkpoints.filter(({ strengths }) => strengths.length > 0);
  if (known.length === 0) return null;
  const drawing = ({ label, strengths }: Checkpoint): Html => {
    const measured = strengths.map(
      ({ value, verdict, measures }): MeasuredStrength => ({
        label: said.strength(value),
        good: verdict === "good",
        measures,
      }),
    );
    return html`<figure><figcaption>${label}</figcaption>${intervalChart(measured, { names, label: `${own.scores}: ${label}`, figure: said.signed })}</figure>`;
  };
  return html`<h3>${own.scores}</h3><p class="muted">${own.scoresNote}</p><p>${names.map((name) => html`<span class="key ${name}">${own.measures[name]} </span>`)}</p><div class="charts">${known.map(drawing)}</div>`;
}

const points = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(Math.round(value * 100))}`;

/** A square as dark as the part, 0 to 1. */
const square = (part: number): Html =>
  html`<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true"><rect class="part" width="14" height="14" rx="3" fill-opacity="${Math.max(0, Math.min(1, part)).toFixed(2)}"/></svg>`;

function traitTable({ label, strengths }: Checkpoint, { traits }: Report, { all }: Language): Html {
  const said = all.sweep.report;
  // Numbers of a strength are in the order of all traits, or of those that count.
  const counted = traits.filter(({ counts }) => counts);
  const measured = strengths.some((one) => one.traits.length === traits.length) ? traits : counted;
  const rows = measured
    .flatMap((trait, index) => (trait.counts ? [{ tag: spokenTag(trait.tag), index }] : []))
    .slice(0, TRAITS);
  return html`<div class="grid heat"><table><thead><tr><th scope="col">${label}</th>${strengths.map(
    ({ value }) => html`<th scope="col">${said.strength(value)}</th>`,
  )}</tr></thead><tbody>${rows.map(
    ({ tag, index }) =>
      html`<tr><th scope="row">${tag}</th>${strengths.map(
        (one) => html`<td>${square(one.traits[index] ?? 0)}${points(one.traits[index] ?? 0)}</td>`,
      )}</tr>`,
  )}</tbody></table></div>`;
}

/** Which trait comes at which strength: of the recommended checkpoint at once, of the others folded. */
export function traitTables(report: Report, language: Language): Piece {
  const { own } = language;
  const told = report.checkpoints.filter(({ strengths }) => strengths.some(({ traits }) => traits.length > 0));
  if (told.length === 0 || report.traits.every(({ counts }) => !counts)) return null;
  const chosen = told.find(({ lora }) => lora === report.recommendation?.lora) ?? told[0];
  if (!chosen) return null;
  const others = told.filter((one) => one !== chosen);
  return html`<h3>${own.traits(chosen.label)}</h3><p class="muted">${own.traitsNote}</p>${traitTable(chosen, report, language)}${others.map(
    (one) => folded(own.traits(one.label), traitTable(one, report, language)),
  )}`;
}
