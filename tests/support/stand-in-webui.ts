import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type PlantedLora, plantedLora } from "../../sidecar/rehearsal/lora/planted-lora.js";
import type { DrawnLine } from "../../sidecar/rehearsal/webui/state/webui-state.js";

const program = join(dirname(fileURLToPath(import.meta.url)), "../../sidecar/rehearsal/webui/main.js");

interface StandInWebuiStart {
  /** Has `models/Lora`; kept over restarts. */
  home: string;
  kind?: "a1111" | "a1111-1.10" | "forge";
  /** "error-500:3,timeout:5", see sidecar/rehearsal/webui/misbehaviours.ts. */
  misbehave?: string;
  /** The port of one that ended, so that it comes back where it was. */
  port?: number;
  secondsPerPicture?: number;
  secondsPerMerge?: number;
  apiAuth?: string;
}

export interface StandInWebui {
  url: string;
  port: number;
  loraFolder: string;
  /** Every picture it drew, over all its starts in this home. */
  drawn(): Promise<DrawnLine[]>;
  /** Its exit code, when it has ended by itself or by `stop`. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

const logOf = (home: string): string => join(home, "drawn.jsonl");

/** Starts the stand-in WebUI as a process of its own and waits until it can be asked. */
export async function startStandInWebui(
  start: StandInWebuiStart,
  further: readonly string[] = [],
): Promise<StandInWebui> {
  const { home, kind = "a1111", misbehave = "", port = 0, secondsPerPicture = 0, secondsPerMerge = 0, apiAuth } = start;
  const loraFolder = join(home, "models", "Lora");
  await mkdir(loraFolder, { recursive: true });
  const words = ["--home", home, "--kind", kind, "--misbehave", misbehave, "--port", String(port)];
  words.push("--log", logOf(home), "--seconds-per-picture", String(secondsPerPicture));
  words.push("--seconds-per-merge", String(secondsPerMerge), "--parent", String(process.pid));
  if (apiAuth !== undefined) words.push("--api-auth", apiAuth);
  // Last, so that they count where a word is there twice.
  words.push(...further);
  const child = spawn(process.execPath, [program, ...words], { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(child, "exit").then(([code]): number | null => (typeof code === "number" ? code : null));
  const line = await Promise.race([
    once(createInterface({ input: child.stdout }), "line").then(([text]) => String(text)),
    ended.then((code) => Promise.reject(new Error(`the stand-in WebUI ended with ${code} before it was ready`))),
  ]);
  const ready: { url: string; port: number } = JSON.parse(line);
  return {
    url: ready.url,
    port: ready.port,
    loraFolder,
    async drawn() {
      const text = await readFile(logOf(home), "utf8").catch(() => "");
      return text
        .split("\n")
        .filter((one) => one !== "")
        .map((one): DrawnLine => JSON.parse(one));
    },
    ended,
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Puts a planted LoRA file into a folder. @returns its path */
export async function plantLora(folder: string, fileName: string, planted: PlantedLora): Promise<string> {
  const path = join(folder, fileName);
  await mkdir(folder, { recursive: true });
  await writeFile(path, plantedLora(planted));
  return path;
}
