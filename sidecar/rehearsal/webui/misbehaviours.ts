import { StudioError } from "../../host/studio-error.js";

export const misbehaviours = {
  "silent-missing-lora": "every LoRA counts as missing: the picture is the one without it, no hash, status 200",
  "stale-lora": "an overwritten file goes on being drawn with its old weights",
  "error-500": "status 500",
  timeout: "no answer comes",
  restart: "the process ends in the middle of the picture, with exit code 7",
  interrupted: "a half-made picture, status 200",
  "wrong-size": "the picture is 64 pixels narrower and lower than asked for",
  "wrong-seed": "another seed than asked for",
  "wrong-model": "another base checkpoint than asked for",
  "no-hashes": "no LoRA hashes in infotexts",
  "no-infotext": "pictures without a text chunk, answers without infotexts",
  black: "a black picture",
  "cut-picture": "the PNG is cut off",
  "batch-differs": "pictures of one batch differ from those drawn alone",
  "not-json": "an HTML page in place of JSON, status 200",
} as const;
export type Misbehaviour = keyof typeof misbehaviours;

/** When: at every picture request, or at those from `first` to `last`, counted from 1. */
interface Times {
  first: number;
  last: number;
}

export type Misbehaving = ReadonlyMap<Misbehaviour, Times>;

const isMisbehaviour = (name: string): name is Misbehaviour => name in misbehaviours;

/** Reads `error-500:3,timeout:5-7,no-hashes`. @throws StudioError "badArguments" */
export function readMisbehaviours(text: string): Misbehaving {
  const read = new Map<Misbehaviour, Times>();
  for (const word of text.split(",").filter((one) => one.trim() !== "")) {
    const [, name = "", from, to] = /^\s*([a-z0-9-]*[a-z0-9])(?::(\d+)(?:-(\d+))?)?\s*$/.exec(word) ?? [];
    if (!isMisbehaviour(name)) {
      throw new StudioError(
        "badArguments",
        `--misbehave has no "${word.trim()}".`,
        `It takes any of ${Object.keys(misbehaviours).join(", ")}; ":3" behind one means the third picture request only.`,
      );
    }
    const first = from === undefined ? 1 : Number(from);
    const last = to === undefined ? (from === undefined ? Number.POSITIVE_INFINITY : first) : Number(to);
    read.set(name, { first, last });
  }
  return read;
}

/** @param request which picture request it is, from 1 */
export function misbehaves(misbehaving: Misbehaving, name: Misbehaviour, request: number): boolean {
  const times = misbehaving.get(name);
  return times !== undefined && request >= times.first && request <= times.last;
}
