import { expect, test } from "@jest/globals";
import sharp from "sharp";
import { hasParameters, withParameters } from "../../../sidecar/webui/png-parameters.js";
import { readTxt2imgAnswer } from "../../../sidecar/webui/txt2img-answer.js";

const answer = (info: object, images = ["YQ==", "Yg=="]): unknown => ({
  images,
  parameters: { s_churn: null },
  info: JSON.stringify({ all_seeds: [7, 8], infotexts: ["one", "two"], sd_model_hash: "a750f77171", ...info }),
});
const asked = { pictures: 2, fields: [] };

test("pictures with their seeds and texts, also behind a grid", () => {
  const { pictures, modelHash, modelName } = readTxt2imgAnswer(answer({}), asked);
  const behind = readTxt2imgAnswer(
    answer({ index_of_first_image: 1, infotexts: ["grid", "one", "two"] }, ["Z3JpZA==", "YQ==", "Yg=="]),
    asked,
  );

  expect(pictures.map(({ bytes, seed, infotext }) => [String(bytes), seed, infotext])).toEqual([
    ["a", 7, "one"],
    ["b", 8, "two"],
  ]);
  expect([modelHash, modelName]).toEqual(["a750f77171", null]);
  expect(behind.pictures).toEqual(pictures);
});

test("too few pictures, no info, a field that the WebUI left out: each is an error", () => {
  expect(() => readTxt2imgAnswer(answer({}, ["YQ=="]), asked)).toThrow("1 pictures instead of 2");
  expect(() => readTxt2imgAnswer({ images: ["YQ=="] }, asked)).toThrow("no info");
  expect(() => readTxt2imgAnswer({ images: [], info: "{" }, asked)).toThrow("no JSON");
  expect(() => readTxt2imgAnswer("<html>", asked)).toThrow("no info");
  expect(() => readTxt2imgAnswer(answer({}), { ...asked, fields: ["s_churn", "beta_schedule_alpha"] })).toThrow(
    "does not know beta_schedule_alpha",
  );
});

test.each(["1girl, café\nSteps: 2", "少女, okara\nSteps: 2"])(
  "text is put beside a picture that has none: %s",
  async (text) => {
    const bare = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#123456" } })
      .png()
      .toBuffer();
    const written = withParameters(bare, text);

    expect([hasParameters(bare), hasParameters(written)]).toEqual([false, true]);
    const { comments } = await sharp(written).metadata();
    expect(comments).toMatchObject([{ keyword: "parameters", text }]);
    expect(await sharp(written).raw().toBuffer()).toEqual(await sharp(bare).raw().toBuffer());
  },
);
