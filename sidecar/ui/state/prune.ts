import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive, room } from "./address.js";
import { doEdits } from "./caption-edit.js";
import { captionStatistics, target } from "./captions.js";
import { scan } from "./dataset.js";

type Params = Methods["captions/prune"]["params"];
export type Concept = Params["concept"];
export type View = Params["view"];
export const concepts: Concept[] = ["character", "outfit", "style", "object"];
export const views: View[] = ["article", "absorption"];

export const pruneConcept = signal<Concept | null>(null);
export const pruneView = signal<View>("article");
export const pruning = signal<Methods["captions/prune"]["result"] | null>(null);
/** What the user ticked or unticked; the rest is as proposed. */
export const pruneTicks = signal<ReadonlyMap<string, boolean>>(new Map());

/** The tags that are ticked for taking out. */
export const prunedTags = computed<string[]>(() =>
  (pruning.value?.groups ?? [])
    .flatMap(({ tags }) => tags)
    .filter(({ tag, proposed }) => pruneTicks.value.get(tag) ?? proposed)
    .map(({ tag }) => tag),
);

export function tick(tag: string, value: boolean): void {
  pruneTicks.value = new Map([...pruneTicks.value, [tag, value]]);
}

/** A tag as it is, where wildcards could be meant. */
const literal = (tag: string): string => tag.replaceAll(/[*?\\]/g, "\\$&");

const chosen = () => ({
  recursive: recursive.value,
  filter: target.value.filter,
  ...(target.value.names ? { names: target.value.names } : {}),
});

async function ask(): Promise<void> {
  const folder = scan.value?.folder;
  const concept = pruneConcept.value;
  if (folder === undefined || concept === null) {
    pruning.value = null;
    return;
  }
  try {
    const answer = await call("captions/prune", { folder, ...chosen(), concept, view: pruneView.value });
    if (concept === pruneConcept.value) pruning.value = answer;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    pruning.value = null;
  }
}

/** Takes the ticked tags out of all marked or displayed captions, as one step. */
export async function prune(): Promise<void> {
  const tags = prunedTags.value.map(literal);
  if (tags.length > 0) await doEdits([{ kind: "remove", tags }], { ...chosen() });
}

export function followPruning(): void {
  effect(() => {
    // Read here, so that each of them is followed: the counts come with every change of what is displayed.
    const wanted = room.value === "captions" && captionStatistics.value !== null;
    pruneConcept.value;
    pruneView.value;
    target.value;
    if (wanted) void untracked(ask);
  });
  effect(() => {
    pruneConcept.value;
    pruneView.value;
    pruneTicks.value = new Map();
  });
}
