import { barChart } from "../charts/bar-chart.js";
import { type Language, spokenTag } from "../figures.js";
import { type Html, html, type Piece } from "../html.js";
import { folded, section, table } from "../parts.js";
import type { CaptionFacts, SetFacts } from "../report-facts.js";

const TAGS_DRAWN = 24;

function pruned({ pruned: tags }: CaptionFacts, { all, own }: Language): Piece {
  if (tags.length === 0) return html`<p class="muted">${own.prunedNothing}</p>`;
  return table(
    [own.tag, own.kind, own.from, own.reason],
    tags.map(({ tag, category, captions, reason }) => [
      spokenTag(tag),
      all.editor.categories[category] ?? category,
      own.prunedFrom(captions),
      own.pruneReasons[reason ?? "own"],
    ]),
  );
}

function everyCaption({ pictures }: SetFacts, { own }: Language): Piece {
  const rows = pictures.flatMap(({ name, caption }) =>
    caption === null ? [] : [[name, html`<span class="caption">${caption}</span>`]],
  );
  return rows.length > 0 && folded(own.allCaptions, table([own.file, own.captions], rows));
}

/** What the captions say: frequent tags drawn, the trigger, what was taken out and why. */
export function captionsSection(
  captions: CaptionFacts,
  set: SetFacts | null,
  { language, rehearsal }: { language: Language; rehearsal: string | null },
): Html {
  const { all, own } = language;
  const { pictures, captions: captioned, different, tags, trigger, withTrigger } = captions;
  const drawn = tags.slice(0, TAGS_DRAWN).map(({ tag, images }) => {
    const name = spokenTag(tag);
    return { name, value: images, told: own.tagCount(name, images) };
  });
  const half = Math.ceil(drawn.length / 2);
  const chart = (bars: typeof drawn): Piece =>
    bars.length > 0 && barChart(bars, { of: captioned, label: own.frequent, number: all.number });
  return section(
    "captions",
    { title: own.captions, rehearsal },
    html`<p>${own.captionsSentence(captioned, pictures, different)} ${trigger === null ? own.noTrigger : own.triggerSentence(trigger, withTrigger, captioned)}</p>`,
    html`<h3>${own.frequent}</h3><div class="charts">${chart(drawn.slice(0, half))}${chart(drawn.slice(half))}</div>`,
    html`<h3>${own.pruned}</h3>`,
    pruned(captions, language),
    set && everyCaption(set, language),
  );
}
