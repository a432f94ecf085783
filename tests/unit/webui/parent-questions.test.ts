import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { shimQuestion } from "../../../sidecar/webui/parent-questions.js";

const methods = fileURLToPath(new URL("../../../../protocol/methods.json", import.meta.url));
const asked = Object.keys(Object(JSON.parse(readFileSync(methods, "utf8"))).asked);

test("every method that a WebUI is asked has one of the shim's functions, and only what moves its checkpoint waits behind pictures", () => {
  const lanes = asked.map((method) => [method, shimQuestion(method, {}).lane]);

  expect(lanes.filter(([, lane]) => lane === undefined)).toEqual([]);
  expect(lanes.filter(([, lane]) => lane === "quick").map(([method]) => method)).toEqual(
    expect.arrayContaining(["webui/interrupt", "webui/progress"]),
  );
  expect(shimQuestion("webui/txt2img", {}).lane).toBe("draw");
});

test("what the WebUI declares as decimal comes apart, for JSON knows 7.0 only as 7", () => {
  const fields = { prompt: "okara", steps: 20, cfg_scale: 7, hr_scale: 2, override_settings: { sd_lora: "None" } };
  const { params } = shimQuestion("webui/txt2img", { fields });

  expect(params).toEqual({
    fields: { sampler_name: "Euler", prompt: "okara", steps: 20, override_settings: { sd_lora: "None" } },
    floats: { cfg_scale: 7, hr_scale: 2 },
    state: ["interrupted", "skipped", "stopping_generation"],
  });
});

test("an unknown method goes to the shim as it is, which says that it is older", () => {
  expect(shimQuestion("webui/explode", { a: 1 })).toEqual({ params: { a: 1 } });
});
