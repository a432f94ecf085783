import type { StringParam } from "./string-params.js";

/**
 * What a text in a method's params is. `text`: never a place. `part`: becomes a part of a name or a path. `path`: a file or
 * folder, refused outside the roots. `named`: a path that a plan or a command line only names; what is there is looked
 * at inside the roots only.
 */
export type ParamClass = "text" | "part" | "path" | "named";

const words = `activationText infotext addFirst addLast address along alwaysFirst argument axis background ballot before caption client
  columns data exclude expect filter find from id keep key locale loraType machine message negativePrompts negativeText notBefore notes
  preset prompts reason revision rows sampler samplePrompts scheduler seeds separator source splitAt stepName strengths
  strength prompt negativePrompt superColumns superRows tag tags text texts textEncoderStrengths title to url vae values varySeeds version webui webuis with word
  workDoneToken`;
const parts = "captionName class name names trigger uploads";
const paths = `file files folder into loraFolder loras model models original output path paths picture pictures preview python
  regularisation taggers trainer tuned checkpoint`;
const named = "additional arguments configFile datasetFile launch options planArguments promptFile";

const byName = new Map<string, ParamClass>(
  (
    [
      ["text", words],
      ["part", parts],
      ["path", paths],
      ["named", named],
    ] as const
  ).flatMap(([kind, names]) => names.split(/\s+/).map((name) => [name, kind] as const)),
);

const byPlace: Record<string, ParamClass> = {
  "captions/move:to": "path",
  "dataset/export:to": "path",
  "sweep/export:to": "path",
  "planning/mapPath:from": "path",
  "planning/mapPath:to": "path",
  // A question may be for the base model.
  "journey/answer:value": "named",
  // These choose among what is listed of the folder or the job.
  "captions/resolve:paths.[]": "named",
  "captions/restore:paths.[]": "named",
  "dataset/cutout:pictures.[]": "named",
  "dataset/cutoutAccept:pictures.[]": "named",
  "tagging/preview:paths.[]": "named",
  // Told by file, without a code.
  "planning/learnSpeed:files.[]": "named",
  "planning/export:python": "named",
  "planning/export:trainer": "named",
  "planning/propose:model": "named",
  "planning/propose:output": "named",
};

/** null for one that nobody has classified yet. */
export function classOf({ method, pointer, name }: StringParam): ParamClass | null {
  const place = byPlace[`${method}:${pointer}`];
  if (place !== undefined) return place;
  // What a plan holds: its files and folders are the trainer's.
  if (/^(from|plan|plans\.\[\])\./.test(pointer) && byName.get(name) === "path") return "named";
  return byName.get(name) ?? null;
}
