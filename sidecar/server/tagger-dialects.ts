import type { Result } from "../../protocol/validate.js";

type Interrogation = Result<"tagging/interrogate">;

/**
 * What the WD14 Tagger extension calls the taggers. Left: the usual name.
 * Source: the lists of names in that extension by toriato and by picobyte.
 */
const otherNames: Record<string, string> = {
  "wd-v1-4-vit-tagger": "wd14-vit.v1 wd14-vit",
  "wd-v1-4-vit-tagger-v2": "wd14-vit.v2 wd14-vit-v2 wd14-vit-v2-git",
  "wd-v1-4-convnext-tagger": "wd14-convnext.v1 wd14-convnext",
  "wd-v1-4-convnext-tagger-v2": "wd14-convnext.v2 wd14-convnext-v2 wd14-convnext-v2-git",
  "wd-v1-4-convnextv2-tagger-v2": "wd14-convnextv2.v1 wd14-convnextv2-v2 wd14-convnextv2-v2-git",
  "wd-v1-4-swinv2-tagger-v2": "wd14-swinv2-v1 wd14-swinv2.v2 wd14-swinv2-v2 wd14-swinv2-v2-git",
  "wd-v1-4-moat-tagger-v2": "wd-v1-4-moat-tagger.v2 wd14-moat-tagger-v2",
};

/** The name by which this program knows a model. */
export const usualName = (name: string): string =>
  Object.entries(otherNames).find(([, others]) => others.split(" ").includes(name))?.[0] ?? name;

/** Whether a request speaks to toriato's extension, by its names of models; only picobyte's knows queues. */
export const isOld = (body: object, model: string): boolean =>
  /^wd14-[\w-]+(?<!-v1)$/.test(model) && !("queue" in body) && !("name_in_queue" in body);

/** Tags at least as probable as `threshold`, by name, and the ratings: beside them (flat) or apart. */
export function captionOf({ rating, tags }: Interrogation, threshold: number, flat: boolean): object {
  const chosen = tags.filter(({ probability }) => probability >= threshold);
  const tag = Object.fromEntries(chosen.map((one) => [one.tag, one.probability]));
  return flat ? { ...rating, ...tag } : { tag, rating };
}
