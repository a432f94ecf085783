import type { Arguments } from "../plan.js";
import { tomlLines } from "./toml-text.js";

/**
 * The trainer's arguments as a file for `--config_file`: flat, in alphabetical order. Numbers that the trainer reads with a
 * point have one; `lr_warmup_steps` has one only as a share, since a whole number there is a count of steps. `resolution`
 * stays the text that it is ("600,900"): the trainer splits it at the comma.
 */
export const writeTrainerToml = (given: Arguments): string =>
  tomlLines(given)
    .map((line) => `${line}\n`)
    .join("");
