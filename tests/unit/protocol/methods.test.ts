import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { methodNames } from "../../../protocol/validate.js";
import { usage } from "../../../sidecar/command-line/command-line.js";

const { methods } = Object(
  JSON.parse(readFileSync(new URL("../../../../protocol/methods.json", import.meta.url), "utf8")),
);

test.each(methodNames())("%s is on the command line and on the page, or says why not", (method) => {
  const { command, page, why } = Object(methods[method]);

  if (command === null || page === null) expect(why).toMatch(/\w+ \w+/);
  if (command !== null) expect(usage).toContain(String(command).replace(/ --json$/, ""));
  if (page !== null) expect(page).toMatch(/^[A-Z]/);
});
