import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive } from "./address.js";
import { readFolder, scan } from "./dataset.js";
import { type Job, jobs } from "./jobs.js";

type Preview = Methods["dataset/resizePreview"]["result"];
export type FramedPicture = Preview["images"][number];
type Report = Methods["dataset/resizeReport"]["result"];
type Settings = Methods["dataset/resize"]["params"]["settings"];

export const aspectNames = ["own", "square", "portrait", "tall", "wide", "landscape"] as const;
type AspectName = (typeof aspectNames)[number];
const aspects: Record<AspectName, number | null> = {
  own: null,
  square: 1,
  portrait: 2 / 3,
  tall: 3 / 4,
  wide: 3 / 2,
  landscape: 4 / 3,
};

export interface ResizeForm {
  kind: "limit" | "size" | "keep";
  maxSize: number;
  width: number;
  height: number;
  multiple: number;
  aspect: AspectName;
  focus: "top" | "middle" | "bottom" | "subject";
  trim: boolean;
  enlarge: boolean;
  inPlace: boolean;
  upscaler: { url: string; name: string } | null;
}

export const resizeForm = signal<ResizeForm>({
  kind: "limit",
  maxSize: 1024,
  width: 1024,
  height: 1024,
  multiple: 1,
  aspect: "own",
  focus: "middle",
  trim: false,
  enlarge: false,
  inPlace: false,
  upscaler: null,
});
/** What would become of the first pictures; null until it is known. */
export const resizePreview = signal<Preview | null>(null);
export const resizeReport = signal<Report | null>(null);
export const resizeError = signal<RequestError | null>(null);
const started = signal<number | null>(null);
export const resizeJob = computed<Job | null>(() => jobs.value.find(({ jobId }) => jobId === started.value) ?? null);

const focusHeights = { top: 0, middle: 0.5, bottom: 1, subject: 0.5 };

function settingsOf(form: ResizeForm): Settings {
  return {
    ...(form.kind === "limit" ? { maxSize: form.maxSize } : {}),
    ...(form.kind === "size" ? { size: [form.width, form.height] as [number, number] } : {}),
    ...(form.kind === "size" ? {} : { aspect: aspects[form.aspect] }),
    multiple: form.kind === "size" ? 1 : form.multiple,
    focus: { x: 0.5, y: focusHeights[form.focus] },
    followSubject: form.focus === "subject",
    trim: form.trim,
    enlarge: form.enlarge,
  };
}

async function attempt(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  try {
    await work(folder);
    resizeError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    resizeError.value = error;
  }
}

let asked = 0;

/** Asks what would stay of the pictures; the last question wins. */
export async function previewResize(): Promise<void> {
  asked += 1;
  const mine = asked;
  await attempt(async (folder) => {
    const where = { folder, recursive: recursive.value };
    const preview = await call("dataset/resizePreview", { ...where, settings: settingsOf(resizeForm.value) });
    if (mine === asked) resizePreview.value = preview;
  });
  if (mine === asked && resizeError.value) resizePreview.value = null;
}

export const startResize = (): Promise<void> =>
  attempt(async (folder) => {
    const { inPlace, upscaler, enlarge } = resizeForm.value;
    const { jobId } = await call("dataset/resize", {
      folder,
      recursive: recursive.value,
      settings: settingsOf(resizeForm.value),
      inPlace,
      ...(enlarge && upscaler ? { upscaler } : {}),
    });
    resizeReport.value = null;
    started.value = jobId;
  });

/** What follows when the job ended. */
export const endResize = ({ jobId }: Job): Promise<void> =>
  attempt(async () => {
    resizeReport.value = await call("dataset/resizeReport", { jobId });
    started.value = null;
    await readFolder();
    await previewResize();
  });
