import { readFileSync } from "node:fs";

const description: unknown = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));

/** The program's version, from package.json. */
export const version = String(Object(description).version);
