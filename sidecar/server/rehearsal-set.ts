import { fileURLToPath } from "node:url";
import { execa } from "execa";
import { StudioError } from "../host/studio-error.js";
import type { DrawRehearsalSet } from "../journey/rehearse/methods.js";
import { say } from "../words/sentence.js";

const program = fileURLToPath(new URL("../rehearsal/pictures/main.js", import.meta.url));

const notDrawn = (reason: string): StudioError =>
  new StudioError(
    "internal",
    say("The rehearsal's pictures could not be drawn: {reason}.", { reason }),
    say("Try again; else build LoRA Atelier anew."),
  );

function readTrigger(line: string): string {
  try {
    const { trigger } = Object(JSON.parse(line));
    if (typeof trigger === "string") return trigger;
  } catch {
    // Said below.
  }
  throw notDrawn(line);
}

/** Draws them in a process of its own: this one reads no drawings, since what a user opens may be one. */
export const drawRehearsalSet: DrawRehearsalSet = async (folder, { character, pictures }) => {
  const words = ["--into", folder, "--character", String(character), "--pictures", String(pictures)];
  const { exitCode, stdout, stderr } = await execa(process.execPath, [program, ...words], {
    stdin: "ignore",
    reject: false,
  });
  if (exitCode !== 0) throw notDrawn(stderr.trim() || `exit code ${exitCode ?? "–"}`);
  return { trigger: readTrigger(stdout) };
};
