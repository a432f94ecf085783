import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Result } from "../../protocol/validate.js";
import { reportError } from "../host/studio-error.js";
import { digestFile } from "../store/file-content.js";
import { placeFile } from "../training/results/place-file.js";
import { type SweepResult, valuesOf } from "./sweep-result.js";

type Sweep = Result<"sweep/get">;

const LABEL_LETTERS = 40;

/** A label as part of a file name on every system. */
const inName = (label: string): string =>
  label
    .replaceAll(/[^\p{L}\p{N}.+-]+/gu, "-")
    .replaceAll(/^[-.]+|[-.]+$/g, "")
    .slice(0, LABEL_LETTERS);

/** "row_column…": the labels of its values, axis by axis; axes with one value say nothing. */
function nameOf(index: number, sweep: Sweep): string {
  const many = new Set(sweep.axes.filter(({ values }) => values.length > 1).map(({ id }) => id));
  const parts = valuesOf(index, sweep).filter(({ id }) => many.has(id));
  return parts
    .map(({ id, value }) => inName(id === "prompt" ? `prompt ${value?.label}` : (value?.label ?? "")))
    .join("_");
}

async function copyTo(folder: string, name: string, source: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? "" : `-${number}`}.png`);
    try {
      return await placeFile(source, path);
    } catch (error) {
      if (reportError(error).code !== "fileExists") throw error;
      // The same picture from before is enough; another one keeps its name.
      if ((await digestFile(path)) === (await digestFile(source))) return;
    }
  }
}

/** Copies the pictures that are right, each cell's under a name of its values; what is there is never replaced. @returns how many */
export async function copyPictures(
  folder: string,
  sweep: Sweep,
  { cells }: Pick<SweepResult, "cells">,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  const drawn = cells.filter(({ image, state }) => image !== null && state === "drawn");
  for (const { index, image } of drawn) {
    await copyTo(folder, nameOf(index, sweep) || `cell-${index}`, image ?? "");
  }
  return drawn.length;
}
