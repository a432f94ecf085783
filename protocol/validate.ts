import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { Methods } from "./generated/methods.js";

export type { TagChoice } from "./generated/methods.js";

export type MethodName = keyof Methods;
export type Params<M extends MethodName> = Methods[M]["params"];
export type Result<M extends MethodName> = Methods[M]["result"];

const folder = fileURLToPath(new URL("../../protocol/", import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(folder + path, "utf8"));

interface MethodEntry {
  schema: string;
  params: string;
  result: string;
}

/** The protocol's version: one integer, raised when an older client would misunderstand a newer sidecar. */
export const protocolVersion = Number(Object(read("version.json")).protocol);

const entries: Record<string, MethodEntry> = Object(read("methods.json")).methods;

// That the schemas are schemas is tested; looking again would cost each start of a command a tenth of a second.
const ajv = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  discriminator: true,
  validateSchema: false,
});
for (const file of readdirSync(`${folder}schema`)) ajv.addSchema(Object(read(`schema/${file}`)));

const compiled = new Map<string, ValidateFunction>();

function validator(entry: MethodEntry, side: "params" | "result"): ValidateFunction {
  const reference = `${entry.schema}.json#/$defs/${entry[side]}`;
  const known = compiled.get(reference) ?? ajv.compile({ $ref: reference });
  compiled.set(reference, known);
  return known;
}

export const isMethod = (name: string): name is MethodName => Object.hasOwn(entries, name);

export const methodNames = (): MethodName[] => Object.keys(entries).filter(isMethod);

/** null when the value fits, else one sentence that names each place and what was expected there. */
export function problemsOf(method: MethodName, side: "params" | "result", value: unknown): string | null {
  const entry = entries[method];
  if (!entry) return `there is no method ${method}`;
  const validate = validator(entry, side);
  if (validate(value)) return null;
  return (validate.errors ?? [])
    .map(({ instancePath, message, params }) => {
      const extra = "additionalProperty" in params ? `: ${params.additionalProperty}` : "";
      return `${instancePath || side} ${message}${extra}`;
    })
    .join("; ");
}

/** Type guard for params that came from outside. */
export function fits<M extends MethodName>(method: M, value: unknown): value is Params<M> {
  return problemsOf(method, "params", value) === null;
}
