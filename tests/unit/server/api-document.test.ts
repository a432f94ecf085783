import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { methodDocuments } from "../../../protocol/documents.js";
import { StudioError } from "../../../sidecar/host/studio-error.js";
import { offered, openApiDocument } from "../../../sidecar/server/api-document.js";
import { apiPage } from "../../../sidecar/server/api-page.js";
import { apiError } from "../../../sidecar/server/api-status.js";

const methods = methodDocuments();
const document = Object(openApiDocument(methods));

test("the document fits the official schema of OpenAPI 3.1", () => {
  // spec.openapis.org/oas/3.1/schema/2022-10-07. Its one dynamic anchor has one place to lead to; ajv loses track of what
  // was evaluated behind it.
  const url = new URL("../../../../tests/fixtures/openapi/schema-3.1.json", import.meta.url);
  const schema = readFileSync(url, "utf8").replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"');
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile(Object(JSON.parse(schema)));

  expect([validate(document), validate.errors]).toEqual([true, null]);
  expect(validate({ ...document, openapi: "3.0" })).toBe(false);
});

test("each reference leads to a definition, and no definition is left over", () => {
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);

  expect(new Set(names)).toEqual(new Set(Object.keys(document.components.schemas)));
  expect(text).not.toContain("#/$defs/");
});

test("every method is there with a sentence, but those that say why not", () => {
  const closed = methods.filter(({ notInApi }) => notInApi !== null);

  expect(Object.keys(document.paths)).toEqual(offered(methods).map(({ name }) => `/${name}`));
  expect(closed.map(({ name }) => name)).toEqual(["initialize", "shutdown", "webui/attach"]);
  for (const { notInApi } of closed) expect(notInApi).toMatch(/\w+ \w+/);
  for (const { name, summary, summaryJa } of offered(methods)) {
    expect([name, summary]).toEqual([name, expect.stringMatching(/^[A-Z].+\.$/)]);
    expect([name, summaryJa]).toEqual([name, expect.stringMatching(/[ぁ-ん].*。$/)]);
  }
});

test("the examples that stand in it are the protocol's own", () => {
  const { requestBody, responses, summary } = document.paths["/dataset/scan"].post;

  expect(summary).toBe("Lists the pictures of a folder with their captions, a page at a time.");
  expect(requestBody.content["application/json"].examples.example1.value.folder).toEqual(expect.any(String));
  expect(Object.keys(responses)).toEqual(["200", "4XX", "5XX"]);
});

test("the page has every method and no script, and shows what is in the document as text", () => {
  const page = apiPage({ ...document, info: { ...document.info, version: "<script>1</script>" } }, methods, "en");

  for (const { name } of offered(methods)) expect(page).toContain(`<h3>POST ${name}</h3>`);
  expect(page).not.toContain("<script");
  expect(page).toContain(
    '<dt class="must">folder</dt><dd>string – <span lang="en">Absolute folder, inside an allowed root.',
  );
});

test("in Japanese every sentence of the page is, and it says that what fields mean is not", () => {
  const page = apiPage(document, methods, "ja");

  expect(page).toContain('<html lang="ja">');
  expect(page).toContain("スキーマと同じ英語のまま");
  expect(page).toContain("<small>描き比べ</small>");
  for (const { summaryJa } of offered(methods)) expect(page).toContain(summaryJa);
  expect(page.match(/<p>[^<]*[a-z]{4,} [a-z]{3,} [a-z]{3,}[^<]*/g)).toBeNull();
});

test.each([
  [403, new StudioError("outsideRoots", "a", "b"), { code: "outsideRoots", message: "a", hint: "b" }],
  [409, new StudioError("changedElsewhere", "a", "b"), { code: "changedElsewhere" }],
  [507, new StudioError("diskFull", "a", "b"), { code: "diskFull" }],
  [500, new TypeError("x is undefined"), { code: "internal", message: "x is undefined" }],
  [400, { type: "entity.parse.failed" }, { code: "badArguments" }],
  [413, { type: "entity.too.large" }, { code: "badArguments" }],
])("status %i", (status, thrown, body) => {
  expect(apiError(thrown)).toMatchObject({ status, body });
});
