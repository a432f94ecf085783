import { parseArgs } from "node:util";
import { StudioError } from "../../host/studio-error.js";
import { isWebuiKind, type WebuiKindName, webuiKinds } from "./kinds.js";
import { type Misbehaving, misbehaviours, readMisbehaviours } from "./misbehaviours.js";

export interface StandInWebuiOptions {
  port: number;
  kind: WebuiKindName;
  /** Has `models/Lora` and `models/Stable-diffusion` as a WebUI's folder has. */
  home: string;
  secondsPerPicture: number;
  /** Merging a LoRA, or another strength of it, into the model takes this long. */
  secondsPerMerge: number;
  misbehave: Misbehaving;
  /** A JSON line for each drawn picture is appended to it. */
  log: string | null;
  /** "user:password" of HTTP Basic; null: open. */
  apiAuth: string | null;
  /** Ends when this process is gone. */
  parent: number | null;
}

const names = {
  port: { type: "string", default: "0" },
  kind: { type: "string", default: "a1111" },
  home: { type: "string" },
  "seconds-per-picture": { type: "string", default: "0" },
  "seconds-per-merge": { type: "string", default: "0" },
  misbehave: { type: "string", default: "" },
  log: { type: "string" },
  "api-auth": { type: "string" },
  parent: { type: "string" },
} as const;

const usage = `usage: main.js --home FOLDER [--port 0] [--kind ${Object.keys(webuiKinds).join("|")}] [--seconds-per-picture 0]
  [--seconds-per-merge 0] [--misbehave NAME[:N[-M]],…] [--log FILE] [--api-auth USER:PASSWORD] [--parent PID]
LoRA Atelier's stand-in WebUI: draws drawn figures instead of a model's pictures.
Misbehaviours (":3": the third picture request only; ":3-5": the third to the fifth):
${Object.entries(misbehaviours)
  .map(([name, meaning]) => `  ${name.padEnd(20)} ${meaning}`)
  .join("\n")}
`;

const refused = (problem: string): StudioError => new StudioError("badArguments", `${problem}.`, usage);

function numberOf(name: string, text: string, largest: number): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= largest) return value;
  throw refused(`--${name} should be a number from 0 to ${largest}, not "${text}"`);
}

/** @throws StudioError "badArguments" */
export function readStandInWebuiOptions(words: readonly string[]): StandInWebuiOptions {
  const parse = () => {
    try {
      return parseArgs({ args: [...words], options: names, strict: true }).values;
    } catch (error) {
      throw refused(error instanceof Error ? error.message : String(error));
    }
  };
  const values = parse();
  if (!isWebuiKind(values.kind)) throw refused(`--kind should be one of ${Object.keys(webuiKinds).join(", ")}`);
  if (values.home === undefined) throw refused("--home is missing: the folder with models/Lora");
  return {
    port: numberOf("port", values.port, 65535),
    kind: values.kind,
    home: values.home,
    secondsPerPicture: numberOf("seconds-per-picture", values["seconds-per-picture"], 3600),
    secondsPerMerge: numberOf("seconds-per-merge", values["seconds-per-merge"], 3600),
    misbehave: readMisbehaviours(values.misbehave),
    log: values.log ?? null,
    apiAuth: values["api-auth"] ?? null,
    parent: values.parent === undefined ? null : numberOf("parent", values.parent, 2 ** 31),
  };
}
