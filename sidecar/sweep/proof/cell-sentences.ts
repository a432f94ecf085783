import type { PictureRow } from "../cells/picture-table.js";
import { problemSentences } from "./problem-sentences.js";

/** What is proven of one picture, or what is wrong with it, in English. */
export function cellSentences({ proof, problem, detail }: Pick<PictureRow, "proof" | "problem" | "detail">): string[] {
  const told: string[] = [];
  if (proof?.proven && proof.loraHash !== null) {
    told.push(
      `The WebUI names the LoRA's hash, ${proof.loraHash}${proof.expectedHash === null ? "" : ", which is the file's"}.`,
    );
  }
  if (proof?.proven && proof.expectedHash === null && proof.loraHash === null) {
    told.push("A control: drawn without a LoRA of this sweep.");
  }
  if (proof !== null && proof.difference !== null) {
    told.push(`It differs from its control by ${proof.difference.toFixed(1)} of 255 a pixel.`);
  }
  if (problem !== null) {
    const { message, remedy } = problemSentences(problem, detail);
    told.push(message, remedy);
  }
  return told;
}
