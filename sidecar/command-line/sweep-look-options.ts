import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { commaList, flag, numberWithin, oneOf, text, texts, type Words } from "./arguments.js";

type Look = NonNullable<Params<"sweep/export">["look"]>;
type Axes = Result<"sweep/get">["axes"];

/** Options of how a sheet looks, and their usage. */
export const sweepLookOptions = {
  columns: text,
  rows: text,
  "super-columns": text,
  "super-rows": text,
  at: texts,
  hide: texts,
  "cell-width": text,
  margin: text,
  "no-legend": flag,
  "no-problems": flag,
  background: text,
  language: text,
};
export const sweepLookUsage =
  "[--columns AXIS] [--rows AXIS] [--super-columns AXIS] [--super-rows AXIS] [--at AXIS=VALUE]… [--hide AXIS=VALUE,…]… [--cell-width PIXELS] [--margin PIXELS] [--no-legend] [--no-problems] [--background #RRGGBB] [--language en|ja]";

const wrong = (message: string, hint: string): StudioError => new StudioError("badArguments", message, hint);

/** Value indexes of `AXIS=VALUE,VALUE`, each as it is written on the sheet. */
function namedValues(axes: Axes, option: string, given: string): { id: string; values: number[] } {
  const at = given.indexOf("=");
  const id = given.slice(0, Math.max(0, at));
  const axis = axes.find((one) => one.id === id);
  if (!axis) throw wrong(`--${option} has no axis in "${given}".`, `Axes: ${axes.map((one) => one.id).join(", ")}.`);
  const values = commaList(given.slice(at + 1)).map((value) => {
    const found = axis.values.findIndex(({ label, text }) => label === value || text === value);
    if (found >= 0) return found;
    throw wrong(
      `${id} has no value "${value}".`,
      `It has: ${axis.values.map(({ label }) => label.replaceAll(",", "\\,")).join(", ")}.`,
    );
  });
  return { id, values };
}

/** The look that was asked for. @throws StudioError "badArguments" */
export function sweepLook(given: Words, axes: Axes): Look {
  const whole = (name: string, limits: readonly [number, number]): number | undefined => {
    const value = given.text(name);
    return value === undefined ? undefined : Math.round(numberWithin(name, value, limits));
  };
  const named = (option: string) => given.texts(option).map((one) => namedValues(axes, option, one));
  const at = Object.fromEntries(
    named("at").flatMap(({ id, values: [value] }) => (value === undefined ? [] : [[id, value]])),
  );
  const hidden = Object.fromEntries(named("hide").map(({ id, values }) => [id, values]));
  const [cellWidth, margin] = [whole("cell-width", [32, 4096]), whole("margin", [0, 500])];
  const language = oneOf("language", given.text("language"), ["en", "ja"] as const);
  const texts = {
    columns: given.text("columns"),
    rows: given.text("rows"),
    superColumns: given.text("super-columns"),
    superRows: given.text("super-rows"),
    background: given.text("background"),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined)),
    ...(Object.keys(at).length > 0 && { at }),
    ...(Object.keys(hidden).length > 0 && { hidden }),
    ...(cellWidth !== undefined && { cellWidth }),
    ...(margin !== undefined && { margin }),
    ...(given.flag("no-legend") && { legend: false }),
    ...(given.flag("no-problems") && { problems: false }),
    ...(language !== undefined && { language }),
  };
}
