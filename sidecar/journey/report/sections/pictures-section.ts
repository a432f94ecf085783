import { stepTitleIn } from "../../../words/step-title.js";
import { type Language, problemIn } from "../figures.js";
import { type Html, html, type Piece } from "../html.js";
import { folded, image, list, section, table } from "../parts.js";
import type { CheckProblem, SetFacts, SetPicture } from "../report-facts.js";

const tones = { error: "red", warning: "amber", note: "muted" } as const;
const rank = { error: 0, warning: 1, note: 2 } as const;
const NAMES_SHOWN = 12;
const STEPS_SHOWN = 12;

interface Kind {
  problem: CheckProblem;
  names: string[];
}

/** Problems of pictures by kind, the gravest first. */
function kindsOf(pictures: readonly SetPicture[]): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { name, problems } of pictures) {
    for (const problem of problems) {
      const kind = kinds.get(problem.kind) ?? { problem, names: [] };
      kind.names.push(name);
      kinds.set(problem.kind, kind);
    }
  }
  return [...kinds.values()].sort(
    (left, right) =>
      rank[left.problem.severity] - rank[right.problem.severity] || right.names.length - left.names.length,
  );
}

function findings({ pictures, problems, measured, verdict }: SetFacts, language: Language): Piece {
  const { all, own } = language;
  const ofSet = problems.map((problem) => {
    const { title, message, remedy } = problemIn(language, problem);
    return html`<strong class="${tones[problem.severity]}">${title}</strong> ${message} <span class="muted">${remedy}</span>`;
  });
  const ofPictures = kindsOf(pictures).map(({ problem, names }) => {
    const { title, remedy } = problemIn(language, problem);
    const more = names.length - NAMES_SHOWN;
    const on = [...names.slice(0, NAMES_SHOWN), ...(more > 0 ? [own.andMore(more)] : [])].join(", ");
    return html`<strong class="${tones[problem.severity]}">${title}</strong> · ${all.check.severities[problem.severity]}. ${own.on(on)}. <span class="muted">${remedy}</span>`;
  });
  const rows = [...ofSet, ...ofPictures];
  const left = pictures.length - measured;
  return html`<h3>${own.found}</h3><p>${all.check.verdicts[verdict]}</p>${rows.length > 0 ? list(rows) : html`<p class="green">${own.nothingFound}</p>`}${left > 0 && html`<p class="muted">${own.notLooked(left)}</p>`}`;
}

function steps({ steps: all }: SetFacts, { all: words, own }: Language): Piece {
  const rows = [...all]
    .reverse()
    .map(({ name, created, files, moved }) => [
      stepTitleIn(words, name),
      words.history.changed(files, moved),
      words.date(created),
    ]);
  const heads = [own.step, own.files, own.when];
  const shown = table(heads, rows.slice(0, STEPS_SHOWN));
  const rest = rows.slice(STEPS_SHOWN);
  return html`<h3>${own.done}</h3>${rows.length === 0 ? html`<p class="muted">${own.nothingDone}</p>` : shown}${rest.length > 0 && folded(own.andMore(rest.length), table(heads, rest))}`;
}

/** @param folders over how many the pictures are spread: where it is one, its name before each tells nothing */
function tile({ name, picture, repeats, problems }: SetPicture, folders: number, language: Language): Html {
  const { own } = language;
  const [worst] = [...problems].sort((left, right) => rank[left.severity] - rank[right.severity]);
  const shown = folders > 1 ? name : (name.split("/").at(-1) ?? name);
  // What is only good to know stands below, once.
  const isGrave = worst !== undefined && worst.severity !== "note";
  return html`<li>${image(picture, name, own.noPicture)}${shown}${repeats > 1 && html` <span class="muted">${own.repeats(repeats)}</span>`}${isGrave && html` <span class="${tones[worst.severity]}">${problemIn(language, worst).title}</span>`}</li>`;
}

/** All pictures, small, with what was found and what was done. */
export function picturesSection(
  set: SetFacts,
  { language, rehearsal }: { language: Language; rehearsal: string | null },
): Html {
  const { own } = language;
  const { pictures } = set;
  const folders = new Set(pictures.map(({ name }) => name.split("/").slice(0, -1).join("/"))).size;
  const shown = pictures.filter(
    ({ picture, problems }) => picture !== null || problems.length > 0 || pictures.length <= 60,
  );
  const left = pictures.length - shown.length;
  return section(
    "pictures",
    { title: own.pictures, rehearsal },
    html`<p>${own.picturesSentence(pictures.length, folders)}</p><ul class="wall">${shown.map((picture) => tile(picture, folders, language))}</ul>`,
    left > 0 && html`<p class="muted">${own.shown(shown.length)}</p>`,
    findings(set, language),
    steps(set, language),
  );
}
