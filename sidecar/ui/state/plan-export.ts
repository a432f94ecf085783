import { computed, signal } from "@preact/signals";
import type { Methods, TrainingPlan } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { plan } from "./plan.js";

type Params = Methods["planning/export"]["params"];
export type Format = Params["format"];
export type Shell = NonNullable<Params["shell"]>;
type Exported = Methods["planning/export"]["result"];

export const formats: readonly Format[] = ["kohya-json", "toml", "dataset-toml", "command", "plan"];
export const shells: readonly Shell[] = ["bash", "powershell", "windowsPowerShell", "cmd"];

const ownShell: Shell = navigator.userAgent.includes("Windows") ? "powershell" : "bash";

export const exportForm = signal<{
  format: Format;
  shell: Shell;
  spelledOut: boolean;
  accelerate: boolean;
  trainer: string;
}>({
  format: "kohya-json",
  shell: ownShell,
  spelledOut: false,
  accelerate: false,
  trainer: "",
});
export const exported = signal<Exported | null>(null);
export const exportError = signal<RequestError | null>(null);

/** Names of the files that belong together, without what no disk takes. */
export const exportedNames = computed(() => {
  const { output_name: told } = plan.value?.arguments ?? {};
  const stem = (typeof told === "string" && told !== "" ? told : (plan.value?.name ?? "plan")).replace(
    /[\\/:*?"<>|]/g,
    "_",
  );
  return { stem, config: `${stem}.toml`, dataset: `${stem}-dataset.toml`, prompts: `${stem}-prompts.txt` };
});

/** How the files that an export names are called, where there are such. */
function namedFiles(told: TrainingPlan, format: Format) {
  const { config, dataset, prompts } = exportedNames.value;
  if (format !== "toml" && format !== "command") return {};
  return {
    ...(format === "command" ? { configFile: config } : {}),
    ...(told.datasets === null ? {} : { datasetFile: dataset }),
    ...(told.samplePrompts === null ? {} : { promptFile: prompts }),
  };
}

let asked = 0;

/** Asks for the plan in the chosen format; the last question wins. */
export async function askExport(): Promise<void> {
  if (!plan.value) return;
  asked += 1;
  const mine = asked;
  const { format, shell, spelledOut, accelerate, trainer } = exportForm.value;
  try {
    const answer = await call("planning/export", {
      plan: plan.value,
      format,
      ...namedFiles(plan.value, format),
      ...(format === "command"
        ? { shell, spelledOut, accelerate, ...(trainer.trim() === "" ? {} : { trainer: trainer.trim() }) }
        : {}),
    });
    if (mine !== asked) return;
    exported.value = answer;
    exportError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    exported.value = null;
    exportError.value = error;
  }
}

/** The browser's own download of a text. */
export function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
