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
  // `tag DIR … --dry-run` names the command and the option that matters.
  for (const part of command === null ? [] : String(command).split(" … ")) expect(usage).toContain(part);
  if (page !== null) expect(page).toMatch(/^[A-Z]/);
});
