import { execa } from "execa";

export interface GraphicsCard {
  /** As `nvidia-smi` counts: by the place on the PCI bus. */
  index: number;
  name: string;
  /** MiB. */
  free: number;
  total: number;
}

// A card that hangs answers never.
const ANSWER_MS = 5000;
// What is free changes; what there is does not.
const KEPT_MS = 60_000;

async function askForCards(): Promise<GraphicsCard[]> {
  const query = ["--query-gpu=index,name,memory.free,memory.total", "--format=csv,noheader,nounits"];
  const answer = await execa("nvidia-smi", query, { reject: false, timeout: ANSWER_MS });
  const lines = answer.failed ? [] : answer.stdout.split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const [index = "", name = "", free = "", total = ""] = line.split(",").map((part) => part.trim());
    return { index: Number(index), name, free: Number(free), total: Number(total) };
  });
}

let asking: Promise<GraphicsCard[]> | null = null;

/** The NVIDIA cards of this machine; none when no driver answers. Who asks while another waits gets the same answer. */
export async function graphicsCards(): Promise<GraphicsCard[]> {
  asking ??= askForCards().finally(() => {
    asking = null;
  });
  return asking;
}

let known: { at: number; cards: Promise<GraphicsCard[]> } | null = null;

/** GiB of the largest card; null when none answers. Asked at most once a minute. */
export async function largestCardMemory(): Promise<number | null> {
  if (known === null || performance.now() - known.at > KEPT_MS)
    known = { at: performance.now(), cards: graphicsCards() };
  const totals = (await known.cards).map(({ total }) => total / 1024).filter((total) => total > 0);
  return totals.length === 0 ? null : Math.max(...totals);
}
