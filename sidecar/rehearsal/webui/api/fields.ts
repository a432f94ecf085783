import type { WebuiKind } from "../kinds.js";

type FieldType = "integer" | "number" | "text" | "boolean" | "list" | "object";
type FieldValue = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

/** The fields of `/sdapi/v1/txt2img` in the order in which both WebUIs echo them, each with its default. */
const fields: readonly (readonly [
  name: string,
  type: FieldType,
  fallback: FieldValue,
  only?: "schedulers" | "forge",
])[] = [
  ["prompt", "text", ""],
  ["negative_prompt", "text", ""],
  ["styles", "list", null],
  ["seed", "integer", -1],
  ["subseed", "integer", -1],
  ["subseed_strength", "number", 0],
  ["seed_resize_from_h", "integer", -1],
  ["seed_resize_from_w", "integer", -1],
  ["sampler_name", "text", null],
  ["scheduler", "text", null, "schedulers"],
  ["batch_size", "integer", 1],
  ["n_iter", "integer", 1],
  ["steps", "integer", 50],
  ["cfg_scale", "number", 7],
  ["distilled_cfg_scale", "number", 3.5, "forge"],
  ["width", "integer", 512],
  ["height", "integer", 512],
  ["restore_faces", "boolean", null],
  ["tiling", "boolean", null],
  ["do_not_save_samples", "boolean", false],
  ["do_not_save_grid", "boolean", false],
  ["eta", "number", null],
  ["denoising_strength", "number", null],
  ["s_min_uncond", "number", null],
  ["s_churn", "number", null],
  ["s_tmax", "number", null],
  ["s_tmin", "number", null],
  ["s_noise", "number", null],
  ["override_settings", "object", null],
  ["override_settings_restore_afterwards", "boolean", true],
  ["refiner_checkpoint", "text", null],
  ["refiner_switch_at", "number", null],
  ["disable_extra_networks", "boolean", false],
  ["firstpass_image", "text", null],
  ["comments", "object", null],
  ["enable_hr", "boolean", false],
  ["firstphase_width", "integer", 0],
  ["firstphase_height", "integer", 0],
  ["hr_scale", "number", 2],
  ["hr_upscaler", "text", null],
  ["hr_second_pass_steps", "integer", 0],
  ["hr_resize_x", "integer", 0],
  ["hr_resize_y", "integer", 0],
  ["hr_checkpoint_name", "text", null],
  ["hr_additional_modules", "list", null, "forge"],
  ["hr_sampler_name", "text", null],
  ["hr_scheduler", "text", null, "schedulers"],
  ["hr_prompt", "text", ""],
  ["hr_negative_prompt", "text", ""],
  ["hr_cfg", "number", 1, "forge"],
  ["hr_distilled_cfg", "number", 3.5, "forge"],
  ["force_task_id", "text", null],
  ["sampler_index", "text", "Euler"],
  ["script_name", "text", null],
  ["script_args", "list", []],
  ["send_images", "boolean", true],
  ["save_images", "boolean", false],
  ["alwayson_scripts", "object", {}],
  ["infotext", "text", null],
];

/** One entry of a 422 answer's `detail`. */
type Problem = Readonly<Record<string, unknown>>;

const wrong = {
  integer: [
    "value is not a valid integer",
    "type_error.integer",
    "int_parsing",
    "Input should be a valid integer, unable to parse string as an integer",
  ],
  number: [
    "value is not a valid float",
    "type_error.float",
    "float_parsing",
    "Input should be a valid number, unable to parse string as a number",
  ],
  text: ["str type expected", "type_error.str", "string_type", "Input should be a valid string"],
  boolean: [
    "value could not be parsed to a boolean",
    "type_error.bool",
    "bool_parsing",
    "Input should be a valid boolean, unable to interpret input",
  ],
  list: ["value is not a valid list", "type_error.list", "list_type", "Input should be a valid list"],
  object: ["value is not a valid dict", "type_error.dict", "dict_type", "Input should be a valid dictionary"],
} as const;

function problemOf(name: string, type: FieldType, value: unknown, pydantic: 1 | 2): Problem {
  const [oldMessage, oldType, newType, newMessage] = wrong[type];
  const loc = ["body", name];
  if (pydantic === 1) return { loc, msg: oldMessage, type: oldType };
  return { type: newType, loc, msg: newMessage, input: value, url: `https://errors.pydantic.dev/2.8/v/${newType}` };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What pydantic makes of a value; undefined: it refuses. */
function coerced(type: FieldType, value: unknown): FieldValue | undefined {
  if (value === null) return null;
  if (type === "text") return typeof value === "string" ? value : undefined;
  if (type === "list") return Array.isArray(value) ? value : undefined;
  if (type === "object") return isRecord(value) ? value : undefined;
  if (type === "boolean") return typeof value === "boolean" ? value : undefined;
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
  return type === "integer" && !Number.isInteger(number) ? undefined : number;
}

/** A request with all its fields, or what is wrong with it. */
export type ReadFields = { values: Map<string, FieldValue>; problems: null } | { values: null; problems: Problem[] };

/** Unknown fields are passed over, as there. */
export function readFields(body: unknown, kind: WebuiKind): ReadFields {
  const given = isRecord(body) ? body : {};
  const values = new Map<string, FieldValue>();
  const problems: Problem[] = [];
  for (const [name, type, fallback, only] of fields) {
    if (only === "schedulers" && !kind.schedulers) continue;
    if (only === "forge" && kind.hasVae) continue;
    const value = given[name] === undefined ? fallback : coerced(type, given[name]);
    if (value === undefined) problems.push(problemOf(name, type, given[name], kind.pydantic));
    else values.set(name, value ?? null);
  }
  return problems.length > 0 ? { values: null, problems } : { values, problems: null };
}
