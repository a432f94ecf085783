import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { words } from "./look.js";
import { lookAgain } from "./training-start.js";
import { readTrainers } from "./training-trainers.js";

type Wish = Methods["training/install"]["params"];
export type InstallPlan = Methods["training/installPlan"]["result"];
export type InstallState = NonNullable<Methods["training/installState"]["result"]["install"]>;
export type Torch = NonNullable<Wish["torch"]>;

/** What the user asks for; "" leaves it to the machine. */
export const installFolder = signal("");
export const installPython = signal("");
export const installTorch = signal<Torch | "auto">("auto");
export const installXformers = signal(false);

/** True while the form is shown. */
export const installOpen = signal(false);
/** What would be done; null while it is looked for. */
export const installPlan = signal<InstallPlan | null>(null);
/** The newest installation; null when there is none. */
export const installState = signal<InstallState | null>(null);
export const installError = signal<RequestError | null>(null);
export const installLog = signal<string | null>(null);
export const installAsking = signal(false);

const LOG_BYTES = 60_000;

async function trying(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    installError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.code !== "disconnected") installError.value = error;
  }
}

function wish(): Wish {
  const [folder, python, torch] = [installFolder.value.trim(), installPython.value.trim(), installTorch.value];
  return {
    ...(folder === "" ? {} : { folder }),
    ...(python === "" ? {} : { python }),
    ...(torch === "auto" ? {} : { torch }),
    extras: installXformers.value ? ["xformers"] : [],
  };
}

let asked = 0;

/** Looks what would be done. */
export async function lookWhatIsDone(): Promise<void> {
  asked += 1;
  const mine = asked;
  installPlan.value = null;
  await trying(async () => {
    const plan = await call("training/installPlan", wish());
    if (mine === asked) installPlan.value = plan;
  });
}

export async function readInstallState(): Promise<void> {
  await trying(async () => {
    const before = installState.value?.state;
    const { install } = await call("training/installState", {});
    installState.value = install;
    if (before !== "running" || install?.state !== "succeeded") return;
    // Its trainer is the chosen one now.
    lookAgain();
    await readTrainers();
  });
}

async function begin(wished: Wish): Promise<void> {
  if (installAsking.value) return;
  installAsking.value = true;
  await trying(async () => {
    await call("training/install", wished);
    installOpen.value = false;
    installLog.value = null;
    installState.value = (await call("training/installState", {})).install;
  });
  installAsking.value = false;
}

export const startInstall = (): Promise<void> => begin(wish());
/** The same once more: what is done is kept. */
export const againInstall = ({ folder }: InstallState): Promise<void> => begin({ folder });

export const cancelInstall = (): Promise<void> =>
  trying(async () => {
    installAsking.value = true;
    await call("training/cancelInstall", {});
  }).finally(() => {
    installAsking.value = false;
  });

export const readInstallLog = (): Promise<void> =>
  trying(async () => {
    installLog.value = (await call("training/installLog", { from: -LOG_BYTES, bytes: LOG_BYTES })).text;
  });

type Values = Readonly<Record<string, string | number>>;

interface Sentences {
  title: string;
  message(values: Values): string;
  remedy(values: Values): string;
}

/** A problem or a cause in the page's language; one of a newer sidecar in English. */
export function installWords(
  kind: "problems" | "causes",
  code: string,
  { values, message, remedy }: { values: Values; message: string; remedy: string },
): { title: string; message: string; remedy: string } {
  const known: Readonly<Record<string, Sentences>> = words.value.training.install[kind];
  const said = known[code];
  return said
    ? { title: said.title, message: said.message(values), remedy: said.remedy(values) }
    : { title: "", message, remedy };
}
