import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { systemCode } from "../../../host/studio-error.js";
import type { SettingValue } from "./setting-value.js";

function settingOf(value: unknown): SettingValue | null {
  if (typeof value === "bigint") return { kind: "int", value: Number(value) };
  if (typeof value === "number") return { kind: "float", value };
  if (typeof value === "string") return { kind: "text", value };
  if (typeof value === "boolean") return { kind: "flag", value };
  if (!Array.isArray(value)) return null;
  return { kind: "list", value: value.map(settingOf).filter((one) => one !== null) };
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** A TOML file's tables with whole numbers told from others. */
export const readToml = (path: string): Record<string, unknown> =>
  parse(readFileSync(path, "utf8"), { integersAsBigInt: true });

/** The settings in a file, its sections flattened; unknown keys are taken as they are; null when there is no file. */
export function readConfigFile(path: string): Map<string, SettingValue> | null {
  let toml: Record<string, unknown>;
  try {
    toml = readToml(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
  const settings = new Map<string, SettingValue>();
  const entries = Object.entries(toml).flatMap(([name, value]) =>
    isTable(value) ? Object.entries(value) : [[name, value] as const],
  );
  for (const [name, value] of entries) {
    const setting = settingOf(value);
    if (setting) settings.set(name, setting);
  }
  return settings;
}

/** `--config_file x` means x.toml. */
export const configPath = (given: string): string => (given.endsWith(".toml") ? given : `${given}.toml`);

export { isTable, settingOf };
