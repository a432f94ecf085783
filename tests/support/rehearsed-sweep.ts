import { join } from "node:path";
import { atelier } from "./command.js";
import { plantLora } from "./stand-in-webui.js";

/** Files of a training that learns too little, enough and too much. */
const planted = [
  { kind: "weak", step: 1000 },
  { kind: "good", step: 2000 },
  { kind: "melting", step: 4000 },
] as const;

/** Draws a sweep of three checkpoints with the stand-in WebUI, so that a studio opened in `home` has it. @returns the LoRA files' folder */
export async function rehearsedSweep(home: string, words: readonly string[] = []): Promise<string> {
  const folder = join(home, "files", "loras");
  for (const [at, { kind, step }] of planted.entries()) {
    await plantLora(folder, `okara-step0000${step}.safetensors`, { kind, seed: at + 1, step, epoch: step / 200 });
  }
  const usual = ["--strengths", "0.5, 0.75, 1", "--prompt", "okara, 1girl, upper body", "--seeds", "1, 2"];
  const { code, stderr } = await atelier(home, [
    ...["sweep", "--lora", folder, "--rehearsal", "--size", "128x192", "--name", "okara", "--json"],
    ...(words.length > 0 ? words : usual),
  ]);
  if (code !== 0) throw new Error(`sweep ended with ${code}: ${stderr}`);
  return folder;
}
