import { execa } from "execa";

// A card that hangs answers never.
const ANSWER_MS = 5000;

/** The newest CUDA that the text of `nvidia-smi` says its driver runs: `CUDA Version: 12.4`; null when it says none. */
export function cudaInHeader(text: string): number | null {
  const version = /CUDA(?: UMD)? Version\s*:\s*(\d+\.\d+)/i.exec(text)?.[1];
  return version === undefined ? null : Number(version);
}

/** The newest CUDA that this machine's NVIDIA driver runs; null when no driver answers. */
export async function driverCuda(): Promise<number | null> {
  const answer = await execa("nvidia-smi", [], { reject: false, timeout: ANSWER_MS });
  return answer.failed ? null : cudaInHeader(answer.stdout);
}
