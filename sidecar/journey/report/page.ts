import type { Language } from "./figures.js";
import { html, markup, type Piece } from "./html.js";
import { badge } from "./parts.js";
import type { ReportFacts } from "./report-facts.js";
import { captionsSection } from "./sections/captions-section.js";
import { picturesSection } from "./sections/pictures-section.js";
import { planSection } from "./sections/plan-section.js";
import { recommendationSection } from "./sections/recommendation-section.js";
import { sweepSection } from "./sections/sweep-section.js";
import { trainingSection } from "./sections/training-section.js";
import { reportStyle } from "./style.js";

/** What stands in every report and in no other file: only such a file is written over. */
export const REPORT_MARK = '<meta name="generator" content="LoRA Atelier report">';

/** Stand-ins made something of it. */
const isRehearsal = ({ training, sweep }: ReportFacts): boolean =>
  (training?.run.rehearsal ?? false) || (sweep?.rehearsal ?? false);

function contents(facts: ReportFacts, { own }: Language): Piece {
  const parts = [
    ["recommendation", own.recommendation, true],
    ["pictures", own.pictures, facts.set !== null],
    ["captions", own.captions, facts.captions !== null],
    ["plan", own.plan, facts.plan !== null],
    ["training", own.training, facts.training !== null],
    ["sweep", own.sweep, facts.sweep !== null],
  ] as const;
  const rows = parts.flatMap(([id, title, there]) => (there ? [html`<li><a href="#${id}">${title}</a></li>`] : []));
  return html`<nav aria-label="${own.contents}"><ul class="plain">${rows}</ul></nav>`;
}

/** The report as one page: no script, nothing from outside, every text escaped. */
export function reportPage(facts: ReportFacts, language: Language): string {
  const { all, own } = language;
  const { set, captions, plan, training, sweep } = facts;
  const rehearsal = isRehearsal(facts) ? own.rehearsal : null;
  const marked = { language, rehearsal };
  return html`<!doctype html>
<html lang="${facts.language}">
<head>
<meta charset="utf-8">
${markup(REPORT_MARK)}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${own.title(facts.name)}</title>
<style>${markup(reportStyle)}</style>
</head>
<body>
<header class="top"><p class="kicker">${own.kicker} · ${own.made(all.date(facts.made))}</p><h1>${facts.name}${badge(rehearsal)}</h1>${rehearsal !== null && html`<p class="amber">${own.rehearsalNote}</p>`}${contents(facts, language)}</header>
<main>
${recommendationSection(facts, language)}${set && picturesSection(set, marked)}${captions && captionsSection(captions, set, marked)}${plan && planSection(plan, marked)}${training && trainingSection(training, language)}${sweep && sweepSection(sweep, language)}</main>
<footer><p>${own.footer} ${own.privacy}</p><p>LoRA Atelier ${facts.version}</p></footer>
</body>
</html>
`.html;
}
