import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type MethodName, methodNames } from "../../../protocol/validate.js";

const protocol = fileURLToPath(new URL("../../../../protocol/", import.meta.url));
const read = (path: string): object => Object(JSON.parse(readFileSync(protocol + path, "utf8")));

const schemas = new Map(readdirSync(`${protocol}schema`).map((file) => [file, read(`schema/${file}`)]));
const entries: object = Object(read("methods.json")).methods;

/** A param that takes a text which the schema does not list: `choice.replace.[].from`; `[]` any entry, `{}` any key. */
export interface StringParam {
  method: MethodName;
  pointer: string;
  /** Its last own name: `from`. */
  name: string;
}

function target(file: string, reference: string): { file: string; schema: object; key: string } {
  const [other, pointer = ""] = reference.split("#");
  const at = other || file;
  const schema = pointer
    .split("/")
    .slice(1)
    .reduce<object>(
      (within, part) => Object(Object.entries(within).find(([key]) => key === part)?.[1]),
      Object(schemas.get(at)),
    );
  return { file: at, schema, key: `${at}${pointer}` };
}

/** The pointers of all free texts below a schema; a definition inside itself is entered once. */
function texts(file: string, schema: object, pointer: readonly string[], entered: readonly string[]): string[] {
  const { $ref, oneOf = [], anyOf = [], allOf = [], properties = {}, items, additionalProperties } = Object(schema);
  const below = (inner: unknown, ...way: string[]): string[] =>
    typeof inner === "object" && inner !== null ? texts(file, inner, [...pointer, ...way], entered) : [];
  const { type, enum: listed, const: fixed } = Object(schema);
  const own =
    [type].flat().includes("string") && listed === undefined && fixed === undefined ? [pointer.join(".")] : [];
  const found = [
    ...own,
    ...[oneOf, anyOf, allOf].flat().flatMap((one: unknown) => below(one)),
    ...Object.entries(properties).flatMap(([key, one]) => below(one, key)),
    ...below(items, "[]"),
    ...below(additionalProperties, "{}"),
  ];
  if (typeof $ref !== "string") return found;
  const { file: other, schema: referred, key } = target(file, $ref);
  return entered.includes(key) ? found : [...found, ...texts(other, referred, pointer, [...entered, key])];
}

/** Every free text in the params of every method. */
export function stringParams(): StringParam[] {
  return methodNames().flatMap((method) => {
    const { schema, params } = Object(Object.entries(entries).find(([name]) => name === method)?.[1]);
    const { schema: root } = target(`${schema}.json`, `#/$defs/${params}`);
    return [...new Set(texts(`${schema}.json`, root, [], []))].map((pointer) => {
      const name = pointer.split(".").findLast((part) => part !== "[]" && part !== "{}") ?? "";
      return { method, pointer, name };
    });
  });
}

/** The good params of a method's examples. */
export function goodParams(method: MethodName): object[] {
  const { good } = Object(read(`examples/${method}.json`));
  const params: unknown = Object(good).params;
  return Array.isArray(params) ? params : [];
}
