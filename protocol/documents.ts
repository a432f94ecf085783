import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isMethod, type MethodName } from "./validate.js";

const folder = fileURLToPath(new URL("../../protocol/", import.meta.url));
const read = (path: string): object => Object(JSON.parse(readFileSync(folder + path, "utf8")));

export interface MethodDocument {
  name: MethodName;
  /** One sentence. */
  summary: string;
  summaryJa: string;
  /** Names of definitions. */
  params: string;
  result: string;
  /** As `usage` has it, or null. */
  command: string | null;
  /** Why the HTTP API does not offer it, or null. */
  notInApi: string | null;
}

const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Every method, as `methods.json` and the `summaries` describe it. */
export function methodDocuments(): MethodDocument[] {
  const methods: Record<string, unknown> = Object(Object(read("methods.json")).methods);
  const summaries: Record<string, unknown> = Object(read("summaries.json"));
  const japanese: Record<string, unknown> = Object(read("summaries-ja.json"));
  return Object.keys(methods)
    .filter(isMethod)
    .map((name) => {
      const { params, result, command, notInApi } = Object(methods[name]);
      return {
        name,
        summary: textOrNull(summaries[name]) ?? "",
        summaryJa: textOrNull(japanese[name]) ?? "",
        params: String(params),
        result: String(result),
        command: textOrNull(command),
        notInApi: textOrNull(notInApi),
      };
    });
}

/** All definitions of `schema/*.json` by name, their references pointing to `place` + name. */
export function definitionsUnder(place: string): Record<string, object> {
  const definitions: Record<string, object> = {};
  for (const file of readdirSync(`${folder}schema`)) {
    const text = readFileSync(`${folder}schema/${file}`, "utf8");
    const moved = text.replaceAll(/("\$ref":\s*")[\w-]*(?:\.json)?#\/\$defs\//g, `$1${place}`);
    Object.assign(definitions, Object(JSON.parse(moved)).$defs);
  }
  return definitions;
}

/** The good examples of a method. */
export function examplesOf(method: MethodName): { params: unknown[]; result: unknown[] } {
  const { params, result } = Object(Object(read(`examples/${method}.json`)).good);
  return { params: Array.isArray(params) ? params : [], result: Array.isArray(result) ? result : [] };
}
