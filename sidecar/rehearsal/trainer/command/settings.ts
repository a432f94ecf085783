import { pythonText, readNumber, type SettingValue } from "./setting-value.js";

/** The arguments of a run. A value of another type than asked for reads as not given. */
export class Settings {
  readonly #values: ReadonlyMap<string, SettingValue>;

  constructor(values: ReadonlyMap<string, SettingValue>) {
    this.#values = values;
  }

  text(name: string): string | null {
    const value = this.#values.get(name);
    return value?.kind === "text" && value.value !== "" ? value.value : null;
  }

  flag(name: string): boolean {
    const value = this.#values.get(name);
    return value?.kind === "flag" && value.value;
  }

  /** A number, also one in quotes: TOML files of others have such. */
  number(name: string): number | null {
    let value = this.#values.get(name);
    if (value?.kind === "text") value = readNumber(value.value, "number") ?? undefined;
    return value?.kind === "int" || value?.kind === "float" ? value.value : null;
  }

  list(name: string): string[] {
    const value = this.#values.get(name);
    if (value?.kind === "list") return value.value.map(pythonText);
    return value?.kind === "text" && value.value ? [value.value] : [];
  }

  /** As Python writes it; `missing` when it is not given. */
  shown(name: string, missing = "None"): string {
    const value = this.#values.get(name);
    return value ? pythonText(value) : missing;
  }
}
