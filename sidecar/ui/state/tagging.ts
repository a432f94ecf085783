import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder, recursive } from "./address.js";
import { captionName, choice, furtherModels, join, usual } from "./choice.js";
import { pictures, readFolder, scan } from "./dataset.js";
import { jobs, listed } from "./jobs.js";

export type Report = Methods["tagging/report"]["result"];
export type Existing = NonNullable<Methods["tagging/start"]["params"]["existing"]>;
export const existingModes: Existing[] = ["skip", "only-empty", "overwrite", "append", "prepend"];

export const models = signal<Methods["tagging/models"]["result"]["models"]>([]);
/** One of the models, or the folder of another one; null for that of the settings, else the first. */
export const model = signal<string | null>(null);
/** The one that tags; undefined until the models are known. */
export const firstModel = computed(() => model.value ?? usual.value.model ?? models.value[0]?.model);
/** What happens to captions that exist; null while the user has not said: then `usualExisting`. */
export const existing = signal<Existing | null>(null);
/** As the settings have it; where they leave it open, a run leaves captions and choosing again replaces them. */
export const usualExisting = (again: boolean): Existing =>
  again && usual.value.existing === "skip" ? "overwrite" : usual.value.existing;
export const output = signal("");

export const report = signal<Report | null>(null);
export const taggingError = signal<RequestError | null>(null);

/** What the run will touch, from what is on the wall. */
export const effectOfRun = computed(() => {
  const texts = pictures.value.map(({ caption }) => caption);
  const missing = texts.filter((text) => text === null).length;
  const empty = texts.filter((text) => text !== null && text.trim() === "").length;
  return { missing, empty, present: texts.length - missing };
});

/** Tags the folder, or only keeps the scores of what has none. */
export async function startTagging({
  scoresOnly = false,
  names,
}: {
  scoresOnly?: boolean;
  names?: string[];
} = {}): Promise<void> {
  if (folder.value === null) return;
  taggingError.value = null;
  report.value = null;
  const first = firstModel.value;
  try {
    await call("tagging/start", {
      folder: folder.value,
      choice: choice.value,
      join: join.value,
      captionName: captionName.value,
      // Pictures that are named are tagged again.
      existing: names ? "overwrite" : (existing.value ?? usualExisting(false)),
      ...(names ? { names } : {}),
      scoresOnly,
      recursive: recursive.value,
      output: output.value.trim() === "" ? null : output.value.trim(),
      ...(first ? { models: [{ model: first }, ...furtherModels.value] } : {}),
    });
  } catch (error) {
    if (error instanceof RequestError) taggingError.value = error;
    else throw error;
  }
}

/** Tagging jobs that ended, newest first; the same text as long as none of them changed. */
const endedJobs = computed(() =>
  jobs.value
    .filter(({ kind, state }) => kind === "tag" && state !== "running")
    .map(({ jobId, revision }) => `${jobId}:${revision}`)
    .join(" "),
);
const readable = computed(() => (listed.value ? (scan.value?.folder ?? null) : null));

// A job names no folder, so the newest few are asked which one they tagged.
const LOOK_BACK = 5;
let looked = 0;

/** Finds what the newest run over this folder did, also after a reload. */
async function findReport(ended: string): Promise<void> {
  looked += 1;
  const mine = looked;
  const here = scan.value?.folder;
  for (const job of ended.split(" ").filter(Boolean).slice(0, LOOK_BACK)) {
    const answer = await call("tagging/report", { jobId: Number.parseInt(job, 10), only: "failed" });
    if (mine !== looked) return;
    if (answer.folder === here) {
      report.value = answer;
      return;
    }
  }
  report.value = null;
}

export function followTagging(): void {
  let known: string | null = null;
  effect(() => {
    const ended = endedJobs.value;
    if (readable.value === null) return;
    // The captions on the wall changed with the job's end.
    if (known !== null && known !== ended) void untracked(readFolder);
    known = ended;
    // The connection may go meanwhile; the list of jobs is read again when it is back.
    void untracked(() => findReport(ended)).catch(() => {});
  });
}
