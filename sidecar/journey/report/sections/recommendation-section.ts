import { type Language, lastPart, reasonIn, spokenTag } from "../figures.js";
import { type Html, html, type Piece } from "../html.js";
import { badge, facts, folded, image, list } from "../parts.js";
import type { ReportFacts, SweepFacts } from "../report-facts.js";

type Report = SweepFacts["report"];

const labelOf = ({ checkpoints }: Report, lora: number): string =>
  checkpoints.find((one) => one.lora === lora)?.label ?? String(lora);

/** What was taught, in a few figures. */
function taught({ concept, trigger, set, captions, plan, training }: ReportFacts, { all, own }: Language): Html {
  const base = plan?.plan.arguments.pretrained_model_name_or_path;
  const pictures = set?.pictures.length ?? captions?.pictures ?? null;
  const steps = training?.run.steps ?? plan?.steps ?? null;
  return facts([
    [own.taught.concept, concept === null ? own.unknown : all.choose.concepts[concept]],
    [own.taught.trigger, trigger ?? own.unknown],
    [own.taught.pictures, pictures === null ? own.unknown : all.number(pictures)],
    [own.taught.steps, steps === null ? own.unknown : all.number(steps)],
    [own.taught.base, typeof base === "string" && base !== "" ? lastPart(base) : own.unknown],
  ]);
}

function evidenceOf({ evidence }: SweepFacts, strength: string, { own }: Language): Piece {
  if (evidence === null) return null;
  const shown: [keyof typeof own.evidence, string][] = [
    ["training", own.evidence.training],
    ["control", own.evidence.control],
    ["best", own.evidence.best(strength)],
  ];
  return html`<div class="trio">${shown.map(
    ([name, title]) =>
      html`<figure${name === "best" && html` class="best"`}>${image(evidence[name], title, own.noPicture)}<figcaption>${title}</figcaption></figure>`,
  )}</div>${folded(own.promptOfBoth, html`<p class="prompt">${evidence.prompt}</p>`)}`;
}

function recommended(sweep: SweepFacts, language: Language): Piece {
  const { all, own } = language;
  const { report } = sweep;
  const found = report.recommendation;
  if (found === null) return null;
  const said = all.sweep.report;
  const { strength, band, reasons, runnersUp, votes } = found;
  const [from = strength, to = strength] = band;
  const runners = runnersUp.map(({ lora, strength: value, difference: { mean, low, high } }) =>
    // The sidecar tells how far it is behind.
    said.runnerUp(labelOf(report, lora), value, -mean, -high, -low),
  );
  return html`<p class="verdict green">${own.use(labelOf(report, found.lora), said.strength(strength))}</p><p class="muted">${said.goodFrom(
    from,
    to,
  )}${votes > 0 && ` · ${said.votes(votes)}`}</p>${evidenceOf(sweep, said.strength(strength), language)}<h3>${own.why}</h3>${list(
    reasons.map((reason) => reasonIn(language, reason)),
  )}${runners.length > 0 && html`<h3>${own.runnersUp}</h3>${list(runners)}`}`;
}

function nextTraining({ report: { nextPlan, weakTraits } }: SweepFacts, language: Language): Piece {
  const { all, own } = language;
  const said = all.sweep.report;
  const weak = weakTraits.map(
    ({ tag, best, reasons }) =>
      html`${said.weak(spokenTag(tag), best)} <span class="muted">${reasons.map((reason) => reasonIn(language, reason)).join(" ")}</span>`,
  );
  const changes = (nextPlan?.changes ?? []).map(
    ({ field, from, to, reason }) =>
      html`${to !== "" && `${said.change(spokenTag(field), from, to)} `}<span class="muted">${reasonIn(language, reason)}</span>`,
  );
  const tags = nextPlan?.pruneTags ?? [];
  const rows = [...weak, ...changes, ...(tags.length > 0 ? [own.prune(tags.map(spokenTag).join(", "))] : [])];
  return rows.length > 0 && html`<h3>${own.nextTraining}</h3>${list(rows)}`;
}

function notYet(sweep: SweepFacts | null, language: Language): Piece {
  const { own } = language;
  const missing = (sentence: string, next: string): Html =>
    html`<p class="verdict">${sentence}</p><p class="muted">${next}</p>`;
  if (sweep === null) return missing(own.noSweep, own.noSweepNext);
  const { state, notEnough } = sweep.report;
  if (state === "nothing" || state === "unscored") return missing(own.unscored, own.unscoredNext);
  return html`<p class="verdict amber">${own.notEnough}</p><p class="muted">${own.drawNext}</p>${list(
    notEnough.map((reason) => reasonIn(language, reason)),
  )}`;
}

/** The head of the page: what was taught, what to use, and why. */
export function recommendationSection(facts: ReportFacts, language: Language): Html {
  const { own } = language;
  const { sweep } = facts;
  return html`<section id="recommendation" aria-labelledby="recommendation-title"><h2 id="recommendation-title">${own.recommendation}${badge(
    sweep?.rehearsal ? own.rehearsal : null,
  )}</h2>${sweep?.report.recommendation ? recommended(sweep, language) : notYet(sweep, language)}${sweep && nextTraining(sweep, language)}${taught(
    facts,
    language,
  )}</section>\n`;
}
