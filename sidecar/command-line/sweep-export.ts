import { StudioError } from "../host/studio-error.js";
import { flag, fromWhereTheUserStands, numberWithin, oneOf, parseWords, text, wholeNumber } from "./arguments.js";
import type { Output } from "./output.js";
import { sweepLook, sweepLookOptions, sweepLookUsage } from "./sweep-look-options.js";
import { sweepVoteCommands, sweepVoteUsage } from "./sweep-vote.js";
import { withClient } from "./with-client.js";

const kinds = ["sheet", "sheets", "deep-zoom", "page", "cells-csv", "cells-json", "animation"] as const;

const usages = {
  export: `sweep export ID --to FILE|DIR [--kind ${kinds.join("|")}] [--format png|webp|jpeg] ${sweepLookUsage} [--along AXIS] [--seconds-per-frame N] [--dry-run] [--json]`,
  install:
    "sweep install ID --lora N|NAME --strength S [--folder DIR] [--name NAME] [--preview CELL] [--dry-run] [--json]",
};
export const sweepExportUsage = [...Object.values(usages), ...sweepVoteUsage];

type Command = (rest: string[], watch: { output: Output; signal: AbortSignal }) => Promise<number>;

const wrong = (message: string, usage: string): StudioError => new StudioError("badArguments", message, usage);

function oneId(words: readonly string[], usage: string): number {
  const [id, ...more] = words;
  if (id !== undefined && more.length === 0) return wholeNumber("ID", id);
  throw wrong("The number of one sweep is expected.", usage);
}

/** `sweep export ID`: pictures and cells as files. */
const exportCommand: Command = (rest, { output }) => {
  const options = {
    ...sweepLookOptions,
    to: text,
    kind: text,
    format: text,
    along: text,
    "seconds-per-frame": text,
    "dry-run": flag,
    json: flag,
  };
  const given = parseWords(rest, options, usages.export);
  const id = oneId(given.words, usages.export);
  const to = given.text("to");
  if (to === undefined) throw wrong("--to says where it goes: a file, or a folder.", usages.export);
  const kind = oneOf("kind", given.text("kind"), kinds) ?? "sheet";
  const format = oneOf("format", given.text("format"), ["png", "webp", "jpeg"] as const);
  const [along, seconds] = [given.text("along"), given.text("seconds-per-frame")];
  return withClient(async (client) => {
    const { axes } = await client.call("sweep/get", { id });
    const result = await client.call("sweep/export", {
      id,
      kind,
      to: fromWhereTheUserStands(to),
      look: sweepLook(given, axes),
      ...(format && { format }),
      ...(along !== undefined && { along }),
      ...(seconds !== undefined && { secondsPerFrame: numberWithin("seconds-per-frame", seconds, [0.05, 10]) }),
      ...(given.flag("dry-run") && { dryRun: true }),
    });
    if (output.json) output.document(result);
    else {
      for (const { path, bytes, width, height } of result.files) {
        const size = width === null || height === null ? "" : `${width} × ${height}, `;
        const about = given.flag("dry-run") ? "about " : "";
        output.print(`${path}  (${size}${about}${(bytes / 1e6).toFixed(1)} MB)`);
      }
      for (const warning of result.warnings) output.print(`Note: ${warning}`);
    }
    return 0;
  });
};

/** `sweep install ID`: the chosen LoRA to the WebUI, with its strength, trigger, notes and picture. */
const installCommand: Command = (rest, { output }) => {
  const options = { lora: text, strength: text, folder: text, name: text, preview: text, "dry-run": flag, json: flag };
  const given = parseWords(rest, options, usages.install);
  const id = oneId(given.words, usages.install);
  const [wanted, strength, folder, name, preview] = [
    given.text("lora"),
    given.text("strength"),
    given.text("folder"),
    given.text("name"),
    given.text("preview"),
  ];
  if (wanted === undefined || strength === undefined) {
    throw wrong("--lora and --strength say which LoRA, and how strong.", usages.install);
  }
  return withClient(async (client) => {
    const { axes } = await client.call("sweep/get", { id });
    const values = axes.find((axis) => axis.id === "lora")?.values ?? [];
    const named = values.findIndex(({ label, text, path }) => [label, text, path].includes(wanted));
    const lora = named >= 0 ? named : /^\d+$/.test(wanted) ? Number(wanted) : -1;
    if (lora < 0 || lora >= values.length) {
      const known = values.map(({ label }, index) => `${index} ${label}`).join(", ");
      throw wrong(`The sweep has no LoRA "${wanted}".`, `It has: ${known}.`);
    }
    const result = await client.call("sweep/install", {
      id,
      lora,
      strength: numberWithin("strength", strength, [-10, 10]),
      ...(folder !== undefined && { folder: fromWhereTheUserStands(folder) }),
      ...(name !== undefined && { name }),
      ...(preview !== undefined && { previewCell: Math.round(numberWithin("preview", preview, [0, 1_000_000])) }),
      ...(given.flag("dry-run") && { dryRun: true }),
    });
    if (output.json) output.document(result);
    else {
      const words = { new: "put there", there: "is there already", planned: "would be put there" };
      output.print(`<lora:${result.name}:${result.preferredWeight}>  ${words[result.status]}: ${result.path}`);
      output.print(`    activation text: ${result.activationText || "–"}`);
      const metadata = result.metadataKept ? "yours is there already, left as it is" : (result.metadata ?? "–");
      output.print(`    user metadata: ${metadata}`);
      if (result.preview !== null) output.print(`    preview: ${result.preview}`);
      for (const title of result.refreshed) output.print(`    ${title} knows of it.`);
      for (const warning of result.warnings) output.print(`    ${warning}`);
    }
    return 0;
  });
};

/** Verbs of `sweep` that take something out of it, and those of its votes. */
export const sweepExportCommands: Readonly<Record<string, Command>> = {
  export: exportCommand,
  install: installCommand,
  ...sweepVoteCommands,
};
