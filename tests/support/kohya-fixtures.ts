import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { type KohyaVersion, readKohya } from "../../sidecar/planning/kohya/read-kohya.js";
import type { KohyaConfig } from "../../sidecar/planning/plan.js";

/** What was recorded: tests/fixtures/kohya-gui/README.md. */
export const fixtureText = (name: string): string =>
  readFileSync(new URL(`../../../tests/fixtures/kohya-gui/${name}`, import.meta.url), "utf8");

export interface Golden {
  name: string;
  version: KohyaVersion;
  config: KohyaConfig;
  argv: string[];
  /** The TOML; whole numbers are bigints, so that types can be told. */
  toml: Record<string, unknown>;
}

/** Pictures × repeats of the recorded set: 4 pictures, `2_okara`. */
export const recordedShowings = 8;

const kinds = ["adafactor", "locon", "max_steps", "samples"];

export const goldens: Golden[] = ["2417", "head"].flatMap((gui) =>
  kinds.map((kind): Golden => {
    const name = `${gui}-${kind}`;
    const made = JSON.parse(fixtureText(`${name}.made.json`)) as { argv: string[]; toml: string };
    return {
      name,
      version: gui === "head" ? "26" : "24",
      config: readKohya(fixtureText(`${name}.config.json`)),
      argv: made.argv,
      toml: parse(made.toml, { integersAsBigInt: true }),
    };
  }),
);
