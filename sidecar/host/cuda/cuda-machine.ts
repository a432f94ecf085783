import { execa } from "execa";
import { driverCuda } from "../driver-cuda.js";
import { graphicsCards } from "../graphics-cards.js";
import { graphicsDriver } from "../graphics-driver.js";

/** Of what it depends whether libraries for CUDA can run. */
export interface CudaMachine {
  platform: NodeJS.Platform;
  arch: string;
  /** The first card's name; null when no driver answers. */
  card: string | null;
  /** The newest CUDA that the driver runs. */
  cuda: number | null;
  /** The driver's version. */
  driver: string | null;
  /** The first card's compute capability: 8.9; null where the driver is too old to tell. */
  capability: number | null;
}

// A card that hangs answers never.
const ANSWER_MS = 5000;

async function computeCapability(): Promise<number | null> {
  const query = ["--query-gpu=compute_cap", "--format=csv,noheader"];
  const answer = await execa("nvidia-smi", query, { reject: false, timeout: ANSWER_MS });
  const first = answer.failed ? "" : (answer.stdout.split("\n")[0] ?? "").trim();
  return /^\d+\.\d+$/.test(first) ? Number(first) : null;
}

/** Asks the driver; one that does not answer makes no card. */
export async function cudaMachine(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
): Promise<CudaMachine> {
  const system = { platform, arch };
  const [first] = platform === "linux" ? await graphicsCards() : [];
  if (first === undefined) return { ...system, card: null, cuda: null, driver: null, capability: null };
  const [cuda, driver, capability] = await Promise.all([driverCuda(), graphicsDriver(), computeCapability()]);
  return { ...system, card: first.name, cuda, driver, capability };
}
