import { argumentWords } from "../command/argument-words.js";
import type { FamilyName } from "../families.js";
import type { Arguments, ArgumentValue } from "../plan.js";
import { beforeKohyaQuoting } from "./kohya-python.js";
import { trainerDefault } from "./trainer-defaults.js";

/** Why Kohya's GUI cannot be made to give what a plan wants. */
export type DifferenceReason =
  /** The GUI sets a flag that no word can take back. */
  | "flagStays"
  /** The GUI gives a value where the trainer is to have none. */
  | "valueStays"
  /** The GUI splits at blanks, drops quotation marks and quotes signs that then reach the trainer. */
  | "quoting"
  /** A word of a list begins like an option of its own, which no command line can say. */
  | "looksLikeOption"
  /** The sets must be in a dataset file. */
  | "datasetFile"
  /** The pictures must be counted to know the steps. */
  | "picturesUnknown"
  | "launch";

export interface KohyaDifference {
  argument: string;
  wanted: ArgumentValue | null;
  gets: ArgumentValue | null;
  reason: DifferenceReason;
}

/**
 * What must stand in the GUI's "additional parameters" so that `name` is as wanted, or why it cannot.
 */
export function additionalWords(
  name: string,
  wanted: Arguments,
  gets: Arguments,
  family: FamilyName,
): { words: string[] } | { reason: DifferenceReason } {
  const value = wanted[name];
  const isAsked =
    value !== undefined && value !== false && value !== "" && !(Array.isArray(value) && value.length === 0);
  const instead = isAsked ? value : Array.isArray(gets[name]) ? [] : trainerDefault(name, family);
  if (instead === null || instead === false) return { reason: gets[name] === true ? "flagStays" : "valueStays" };
  // A list without words is an empty one to argparse, and takes the place of the one that the GUI gives.
  if (Array.isArray(instead) && instead.some((one) => String(one).startsWith("--")))
    return { reason: "looksLikeOption" };
  const words = Array.isArray(instead) && instead.length === 0 ? [`--${name}`] : argumentWords(name, instead);
  return words.some((word) => beforeKohyaQuoting(word) !== word) ? { reason: "quoting" } : { words };
}
