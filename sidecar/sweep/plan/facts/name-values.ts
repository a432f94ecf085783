import type { DrawingFacts } from "../../../webui/drawing.js";
import { axisNamed } from "../axes/axis-catalogue.js";
import type { SweepSettings } from "../resolved-sweep.js";
import { splitList } from "../values/split-list.js";
import { checkpointNamed, choiceNamed, nameAndHash } from "./named-choice.js";

/** Names that were written, by the axis they stand on, with the WebUI's own; and those that it does not know. */
export interface NamedValues {
  named: Record<string, Record<string, string>>;
  unknown: { axis: string; value: string; choices: readonly string[] }[];
}

/** Axes whose values are checkpoints: found by part of their name. */
const ofCheckpoints: readonly string[] = ["checkpoint", "refiner"];

/** Every name that the settings give to the WebUI, by axis. */
function writtenNames(settings: SweepSettings): [axis: string, value: string][] {
  const { checkpoint, vae, sampler, scheduler } = settings;
  const single = Object.entries({ checkpoint, vae, sampler, scheduler }).flatMap(([axis, value]): [string, string][] =>
    value === null ? [] : [[axis, value]],
  );
  const listed = settings.axes.flatMap(({ axis, values }): [string, string][] => {
    const definition = axisNamed(axis);
    if (definition?.kind !== "choice") return [];
    return splitList(values).map(({ text }) => [definition.id, text]);
  });
  return [...single, ...listed];
}

/** `DPM++ 2M Karras` is one name in older WebUIs; newer ones have the two apart, and their link parts them. */
function samplerNamed(value: string, choices: readonly string[], { schedulers }: DrawingFacts): string | null {
  const found = choiceNamed(value, choices);
  if (found !== null) return found;
  const lower = value.toLowerCase();
  const scheduler = schedulers?.find((one) => lower.endsWith(` ${one.toLowerCase()}`));
  const bare = scheduler === undefined ? null : choiceNamed(value.slice(0, -scheduler.length - 1), choices);
  return bare === null ? null : `${bare} ${scheduler}`;
}

/** Several styles may stand in one value. */
function stylesNamed(value: string, choices: readonly string[]): string | null {
  if (value === "None") return value;
  const names = value.split(",").map((style) => choiceNamed(style.trim(), choices));
  return names.includes(null) ? null : names.join(",");
}

function ownName(
  axis: string,
  value: string,
  drawing: DrawingFacts,
): { name: string | null; choices: readonly string[] } {
  const choices = axisNamed(axis)?.choices(drawing) ?? null;
  if (ofCheckpoints.includes(axis)) {
    const found = checkpointNamed(value, drawing);
    const name = axis === "checkpoint" ? found && nameAndHash(found) : (found?.title ?? null);
    return { name, choices: choices ?? [] };
  }
  // A list that the WebUI does not have cannot be looked into.
  if (choices === null) return { name: value, choices: [] };
  if (axis === "sampler" || axis === "hiresSampler") return { name: samplerNamed(value, choices, drawing), choices };
  if (axis === "styles") return { name: stylesNamed(value, choices), choices };
  return { name: choiceNamed(value, choices), choices };
}

/** The WebUI's own names for what was written. @param drawing null: no WebUI was asked, every name is taken as it is */
export function nameValues(settings: SweepSettings, drawing: DrawingFacts | null): NamedValues {
  const found: NamedValues = { named: {}, unknown: [] };
  if (drawing === null) return found;
  for (const [axis, value] of writtenNames(settings)) {
    const { name, choices } = ownName(axis, value, drawing);
    if (name === null) found.unknown.push({ axis, value, choices });
    else found.named[axis] = { ...found.named[axis], [value]: name };
  }
  return found;
}
