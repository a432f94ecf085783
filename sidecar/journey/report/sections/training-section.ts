import { type Curve, curveChart } from "../charts/curve-chart.js";
import { causeIn, type Language } from "../figures.js";
import { type Html, html, type Piece } from "../html.js";
import { facts, list, section, table } from "../parts.js";
import type { RunFacts } from "../report-facts.js";

const kilobyte = 1000;
type Points = RunFacts["curves"][number]["points"];

const pairs = (points: Points): [number, number][] =>
  points.map(([step = 0, least = 0, mean = least]): [number, number] => [step, mean]);

/** Losses as they are known: of each step with the average over it, or the average alone. */
function lossCurves({ curves, run }: RunFacts): Curve[] {
  const of = (kind: string): Points => curves.find((curve) => curve.kind === kind)?.points ?? [];
  const [each, average] = [of("loss"), of("averageLoss")];
  const told = average.length > 0 ? average : run.losses;
  if (each.length === 0) return told.length === 0 ? [] : [{ points: pairs(told), tone: "line" }];
  return [
    { points: pairs(each), tone: told.length === 0 ? "line" : "faint" },
    ...(told.length === 0 ? [] : [{ points: pairs(told), tone: "line" } as const]),
  ];
}

function charts(training: RunFacts, { all, own }: Language): Piece {
  const { run, curves } = training;
  const figure = all.training.curves.figure;
  const losses = lossCurves(training);
  const rate = curves.find(({ kind }) => kind === "learningRate");
  const shape = { steps: run.steps, figure, number: all.number };
  const marks = run.files.filter(({ kind }) => kind !== "state").map(({ step }) => step);
  const shown = losses.length > 1 ? `${own.lossEach} · ${own.lossAverage}` : own.lossAverage;
  return html`<h3>${own.loss}</h3>${
    losses.length === 0
      ? html`<p class="muted">${own.noLoss}</p>`
      : html`<figure>${curveChart({ ...shape, curves: losses, marks, label: own.loss, height: 220 })}<figcaption>${shown}. ${own.lossNote}</figcaption></figure>`
  }${
    rate &&
    html`<h3>${own.learningRate}</h3>${curveChart({ ...shape, curves: [{ points: pairs(rate.points), tone: "line" }], marks: [], label: own.learningRate, height: 120 })}`
  }`;
}

function verdict({ run }: RunFacts, language: Language): Piece {
  const { own } = language;
  const cause = causeIn(language, run.verdict);
  const tones = { succeeded: "green", failed: "red" } as const;
  const tone = run.state === "succeeded" || run.state === "failed" ? tones[run.state] : "amber";
  return html`<p class="${tone}"><strong>${own.states[run.state]}</strong></p>${
    cause && html`<p><strong>${cause.title}</strong> ${cause.message} <span class="muted">${cause.remedy}</span></p>`
  }`;
}

function environment({ environment: told }: RunFacts, { all, own }: Language): Piece {
  if (told === null) return null;
  const names = all.runs.machineNames;
  const rows = Object.entries(told).flatMap(([name, value]): [string, string][] =>
    value === null || name === "trainerFolder"
      ? []
      : [
          [
            names[name] ?? name,
            name === "trainer" ? (all.training.trainerKinds[String(value)] ?? String(value)) : String(value),
          ],
        ],
  );
  return rows.length > 0 && html`<h3>${own.environment}</h3>${facts(rows)}`;
}

/** What the run was, its curves, its files and how it ended. */
export function trainingSection(training: RunFacts, language: Language): Html {
  const { all, own } = language;
  const { run, others } = training;
  const mark = (rehearsal: boolean): string | null => (rehearsal ? own.rehearsal : null);
  const seconds = run.started && run.ended ? (Date.parse(run.ended) - Date.parse(run.started)) / 1000 : null;
  const rows: [string, string][] = [
    [own.steps, own.atStep(run.progress.step, run.steps)],
    ...(run.started === null ? [] : [[all.training.startedAt, all.date(run.started)] as [string, string]]),
    ...(seconds === null ? [] : [[all.training.duration, all.training.took(seconds)] as [string, string]]),
  ];
  const files = run.files.filter(({ kind }) => kind !== "state");
  const size = (bytes: number): string => `${all.number(Math.max(1, Math.round(bytes / kilobyte)))} kB`;
  return section(
    "training",
    { title: own.training, rehearsal: mark(run.rehearsal) },
    verdict(training, language),
    facts(rows),
    charts(training, language),
    files.length > 0 && html`<h3>${own.savedFiles}</h3>`,
    table(
      [own.file, own.steps, own.size],
      files.map(({ name, step, bytes }) => [name, all.number(step), size(bytes)]),
      [1, 2],
    ),
    environment(training, language),
    others.length > 0 && html`<h3>${own.otherRuns}</h3>`,
    list(
      others.map(
        ({ name, state, started, rehearsal }) =>
          html`${name}: ${own.states[state]}${started !== null && html` <span class="muted">${all.date(started)}</span>`}${rehearsal && html` <span class="muted">${own.rehearsal}</span>`}`,
      ),
    ),
  );
}
