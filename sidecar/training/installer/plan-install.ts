import { isAbsolute, join } from "node:path";
import { execa } from "execa";
import { driverCuda } from "../../host/driver-cuda.js";
import { graphicsCards } from "../../host/graphics-cards.js";
import { REPOSITORY, type TorchBuild } from "../trainer/install-guide.js";
import { folderAsWritten, type TrainerSurroundings } from "../trainer/trainer-places.js";
import { checkPlace, type InstallProblem, installProblem } from "./check-place.js";
import { type AskedPython, askPython, findPython, fitsTrainer } from "./find-python.js";
import { readJournal, readOrder, wholeSteps } from "./install-journal.js";
import type { ExtraName, InstallOrder } from "./install-order.js";
import { installSteps, type StepName } from "./install-steps.js";
import { type TorchMachine, torchBuildOn, torchSource } from "./torch-source.js";

/**
 * The commit of sd-scripts (main, after v0.10.1) with which this studio was tried: what its commands, logs and files are
 * read by here.
 */
const KNOWN_REVISION = "48d368fa557731ad0488c07304dfeba8c07910eb";

/** What the user may ask for; the rest follows from the machine. */
export interface InstallWish {
  folder?: string;
  revision?: string;
  torch?: TorchBuild;
  python?: string;
  extras?: ExtraName[];
}

export interface InstallPlan {
  order: InstallOrder;
  problems: InstallProblem[];
  /** GB. */
  download: number;
  disk: number;
  free: number | null;
  /** Steps that an earlier try has done. */
  whole: Set<StepName>;
}

/** GB to download and on the disk, pip's cache included; seen with torch 2.6 and the packages of sd-scripts. */
const sizes: Readonly<Record<TorchBuild, { download: number; disk: number }>> = {
  cu118: { download: 4, disk: 15 },
  cu124: { download: 4, disk: 15 },
  cu128: { download: 4.5, disk: 15 },
  rocm: { download: 5, disk: 25 },
  cpu: { download: 1, disk: 5 },
  mps: { download: 1, disk: 5 },
};

const gitRuns = async (): Promise<boolean> =>
  !(await execa("git", ["--version"], { reject: false, timeout: 10_000 })).failed;

interface FoundPython {
  python: AskedPython | null;
  problems: InstallProblem[];
}

async function pythonFor(named: string | undefined, around: TrainerSurroundings): Promise<FoundPython> {
  const { platform } = around;
  const python = named === undefined ? await findPython(around) : await askPython(named);
  if (python === null) {
    const missing =
      named === undefined
        ? installProblem("pythonMissing", "error", { platform })
        : installProblem("pythonUnrunnable", "error", { python: named });
    return { python, problems: [missing] };
  }
  const { version } = python;
  if (python.bits !== 64) {
    return { python, problems: [installProblem("pythonUnrunnable", "error", { python: python.python })] };
  }
  if (!fitsTrainer(python)) {
    return { python, problems: [installProblem("pythonUnfit", "error", { python: python.python, version })] };
  }
  if (!python.makesVenv) {
    const short = version.split(".").slice(0, 2).join(".");
    const values = { python: python.python, version: short };
    return { python, problems: [installProblem("pythonWithoutVenv", "error", values)] };
  }
  return { python, problems: [] };
}

/** What speaks against a build of torch on this machine. */
export function torchProblems(torch: TorchBuild, { cards, driver, platform }: TorchMachine): InstallProblem[] {
  const elsewhere = platform === "darwin" ? torch !== "mps" && torch !== "cpu" : torch === "mps";
  if (elsewhere || (torch === "rocm" && platform !== "linux")) {
    return [installProblem("torchElsewhere", "error", { torch, platform })];
  }
  if (torch === "cpu" && cards.length === 0) return [installProblem("noCard", "warning")];
  if (!torch.startsWith("cu") || driver === null) return [];
  if (driver < 11) return [installProblem("driverOld", "warning", { driver })];
  const behind = torch !== "cu118" && driver < 12;
  return behind ? [installProblem("driverBehind", "warning", { driver, torch })] : [];
}

/** Looks what an installation would do here, and what is in its way; nothing is changed. */
export async function planInstall(wish: InstallWish, around: TrainerSurroundings): Promise<InstallPlan> {
  const { environment, platform, state } = around;
  const folder =
    wish.folder === undefined ? join(state, "trainer", "sd-scripts") : folderAsWritten(wish.folder, around);
  // What is gone on with stays as it was meant, where nothing else is asked for.
  const before = readOrder(folder);
  const journal = readJournal(folder);
  const [cards, driver, git] = await Promise.all([graphicsCards(), driverCuda(), gitRuns()]);
  const machine = { cards, driver, platform };
  const torch = wish.torch ?? before?.torch ?? torchBuildOn(machine);
  const kept = before !== null && (await around.exists(before.python)) ? before.python : undefined;
  const { python, problems } = await pythonFor(wish.python ?? kept, around);
  const url = environment.ATELIER_SD_SCRIPTS_URL?.trim() || REPOSITORY;
  const revision = wish.revision ?? before?.revision ?? KNOWN_REVISION;
  const isAddress = /^(https?|ssh|git):\/\/[^\s]+$/.test(url);
  const archive = /\.zip$/i.test(url) && isAddress;
  const extras = wish.extras ?? before?.extras ?? [];
  const order: InstallOrder = {
    folder,
    url,
    revision,
    git: git && !archive ? "git" : null,
    python: python?.python ?? "",
    pythonVersion: python?.version ?? "",
    torch,
    ...torchSource(torch, environment, platform),
    extras,
    started: new Date().toISOString(),
  };
  // On Linux the ordinary index has torch with CUDA alone.
  const withCuda = torch === "cpu" && order.index === null && platform === "linux";
  const { download, disk } = sizes[withCuda ? "cu124" : torch];
  const whole = wholeSteps(installSteps(order, platform), journal);
  // What is there already needs no space a second time.
  const place = await checkPlace(folder, whole.has("torch") ? disk / 5 : disk, platform);
  const known = place.problems;
  known.push(...problems, ...torchProblems(torch, machine));
  if (!isAddress && !isAbsolute(url)) known.push(installProblem("urlUnfit", "error", { url }));
  else if (!git && !isAddress) known.push(installProblem("gitMissing", "error", { url }));
  else if (!git) known.push(installProblem("archive", "note"));
  // An archive knows nothing of what the user changed.
  const replaced = order.git === null && journal?.steps.source?.wasWhole === true && !whole.has("source");
  if (replaced) known.push(installProblem("folderTaken", "error", { folder }));
  if (extras.includes("xformers") && (torch === "cpu" || torch === "mps")) {
    known.push(installProblem("extraUnfit", "error"));
  }
  const ranks = { error: 0, warning: 1, note: 2 };
  known.sort((left, right) => ranks[left.severity] - ranks[right.severity]);
  return { order, problems: known, download, disk, free: place.free, whole };
}
