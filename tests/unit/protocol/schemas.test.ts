import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";

const folder = new URL("../../../../protocol/schema/", import.meta.url);

test.each(readdirSync(folder))("%s is a schema", (file) => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, discriminator: true });
  const isSchema = ajv.validateSchema(JSON.parse(readFileSync(new URL(file, folder), "utf8")));

  expect(ajv.errors).toBeNull();
  expect(isSchema).toBe(true);
});
