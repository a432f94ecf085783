import { number, pictures } from "./counts-en.js";

/** What a finding's sentence is made of; as tagging/spread answers. */
export interface SpreadFinding {
  kind: "missing" | "lopsided" | "text";
  group?: string;
  name?: string;
  pictures?: number;
  of?: number;
}

const names: Record<string, string> = {
  close: "close view",
  upper: "upper body",
  thighs: "down to the thighs",
  full: "full body",
  wide: "from afar",
  back: "back view",
  side: "side view",
  above: "from above",
  below: "from below",
  standing: "standing",
  sitting: "sitting",
  lying: "lying",
  moving: "moving",
  kneeling: "kneeling",
  smiling: "smiling",
  calm: "calm",
  sad: "sad",
  angry: "angry",
  surprised: "surprised",
};
const groups: Record<string, string> = { framing: "Framing", view: "View", pose: "Pose", expression: "Expression" };

/** Sentences about how a set's pictures are spread. */
export const spreadEn = {
  group: (name: string) => groups[name] ?? name,
  name: (name: string) => names[name] ?? name,
  unnamed: "not named",
  source: (model: string, scored: number, total: number) =>
    `By the scores of ${model} for ${number(scored)} of ${pictures(total)}.`,
  finding: ({ kind, name = "", pictures: shown = 0, of = 0 }: SpreadFinding): string => {
    if (kind === "missing") return `No picture is a ${names[name] ?? name}: the LoRA will have to invent it.`;
    if (kind === "text") {
      return `${pictures(shown)} ${shown === 1 ? "seems" : "seem"} to have text or a watermark, by the tagger.`;
    }
    return `${number(shown)} of ${number(of)} are ${names[name] ?? name}: name it in the captions, or it becomes part of the subject.`;
  },
};

export type SpreadWords = typeof spreadEn;
