import { execa } from "execa";

// A card that hangs answers never.
const ANSWER_MS = 5000;

/** Version of the NVIDIA driver; null when none answers. */
export async function graphicsDriver(): Promise<string | null> {
  const query = ["--query-gpu=driver_version", "--format=csv,noheader"];
  const answer = await execa("nvidia-smi", query, { reject: false, timeout: ANSWER_MS });
  const [version = ""] = answer.failed ? [] : answer.stdout.split("\n");
  return version.trim() || null;
}
