import { type Language, reasonIn } from "../figures.js";
import { type Html, html, type Piece } from "../html.js";
import { folded, list, section } from "../parts.js";
import type { SweepFacts } from "../report-facts.js";
import { gridTable } from "./sweep-grid.js";
import { scoreCharts, traitTables } from "./sweep-scores.js";

const tones = {
  noEffect: "muted",
  undertrained: "amber",
  good: "green",
  overtrained: "amber",
  broken: "red",
  unknown: "muted",
} as const;

function checkpoints({ report: { checkpoints: all } }: SweepFacts, language: Language): Piece {
  const said = language.all.sweep.report;
  const rows = all.map(({ label, verdict, band, reasons }) => {
    const [from, to] = band ?? [];
    const words =
      verdict === "good" && from !== undefined && to !== undefined
        ? said.verdictBand(from, to)
        : said.verdicts[verdict];
    // The band is told already.
    const why = reasons.filter(({ code }) => code !== "goodBand").map((reason) => reasonIn(language, reason));
    return html`<strong>${label}</strong> <span class="${tones[verdict]}">${words}</span> <span class="muted">${why.length > 0 && "– "}${why.join(" ")}</span>`;
  });
  return rows.length > 0 && html`<h3>${language.own.checkpoints}</h3>${list(rows)}`;
}

/** The grid with its controls, what the scores say of each checkpoint, and which trait comes at which strength. */
export function sweepSection(sweep: SweepFacts, language: Language): Html {
  const { own } = language;
  const [first, ...rest] = sweep.grids;
  return section(
    "sweep",
    { title: own.sweep, rehearsal: sweep.rehearsal ? own.rehearsal : null },
    html`<p><strong>${sweep.name}</strong></p><p class="muted">${sweep.footer}</p>`,
    first ? gridTable(first, language) : null,
    rest.map((grid) => folded(grid.title, gridTable(grid, language))),
    sweep.leftOut > 0 && html`<p class="muted">${own.leftOut(sweep.leftOut)}</p>`,
    checkpoints(sweep, language),
    scoreCharts(sweep.report, language),
    traitTables(sweep.report, language),
    sweep.others.length > 0 && html`<h3>${own.otherSweeps}</h3>`,
    list(sweep.others),
  );
}
