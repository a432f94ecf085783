import type { Result } from "../../protocol/validate.js";
import { type ErrorReport, reportError, StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, parseWords } from "./arguments.js";
import type { Output } from "./output.js";
import { withClient } from "./with-client.js";

export const verifyUsage = "lora verify FILE… [--json]";

type Verified = Result<"training/verifyFile">;
type Looked = Verified | { path: string; error: ErrorReport };

const isBad = (one: Looked): boolean => "error" in one || one.findings.some(({ severity }) => severity === "error");

function print(one: Looked, output: Output): void {
  if ("error" in one) {
    output.print(`${one.path}: ${one.error.message}`);
    if (one.error.hint) output.print(`    ${one.error.hint}`);
    return;
  }
  const { path, format, family, dims, alphas, types, modules, steps, blocks, findings } = one;
  output.print(`${path}: ${isBad(one) ? "broken" : "whole"}`);
  output.print(
    `    ${format}, ${family ?? "kind of model not known"}, ${modules} modules, dim ${dims.join(", ") || "–"}, alpha ${alphas.join(", ") || "–"}, ${types.join(", ")}${steps === null ? "" : `, ${steps} steps`}`,
  );
  for (const { severity, message, remedy } of findings) output.print(`    ${severity}: ${message} ${remedy}`);
  for (const { name, norm, modules: count } of blocks) {
    output.print(`      ${name.padEnd(16)} ${String(count).padStart(4)} modules  ${norm?.toPrecision(4) ?? "–"}`);
  }
}

/** `lora verify FILE…`: looks through files without the trainer; one that cannot be read stops no other. */
export function verify(rest: string[], output: Output): Promise<number> {
  const { words } = parseWords(rest, { json: flag }, verifyUsage);
  if (words.length === 0) throw new StudioError("badArguments", "A file is missing.", verifyUsage);
  return withClient(async (client) => {
    const files: Looked[] = [];
    for (const word of words) {
      const path = fromWhereTheUserStands(word);
      const looked = await client
        .call("training/verifyFile", { path })
        .catch((thrown: unknown) => ({ path, error: reportError(thrown) }));
      files.push(looked);
      if (!output.json) print(looked, output);
    }
    if (output.json) output.document({ files });
    const bad = files.filter(isBad).length;
    if (bad === 0) return 0;
    return bad === files.length ? 1 : 3;
  });
}
