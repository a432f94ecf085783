import type { TorchBuild } from "../trainer/install-guide.js";
import { torchBuilds } from "./torch-source.js";

const extraNames = ["xformers", "lycoris", "bitsandbytes"] as const;
export type ExtraName = (typeof extraNames)[number];

/** What is to be installed where: fixed when it is started. */
export interface InstallOrder {
  folder: string;
  /** Address or folder of the repository. */
  url: string;
  /** Tag or commit. */
  revision: string;
  /** Program that fetches the repository; null: its ZIP archive is downloaded. */
  git: string | null;
  /** Program that makes the environment. */
  python: string;
  /** "3.10.11" */
  pythonVersion: string;
  torch: TorchBuild;
  packages: string[];
  /** Index of torch's packages; null: pip's own. */
  index: string | null;
  extras: ExtraName[];
  /** ISO time. */
  started: string;
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** @returns null when the text is not what `JSON.stringify` makes of an order */
export function parseOrder(written: string): InstallOrder | null {
  const json: Record<string, unknown> = Object(JSON.parse(written));
  const [folder, url, revision] = [text(json.folder), text(json.url), text(json.revision)];
  const python = text(json.python);
  const torch = torchBuilds.find((name) => name === json.torch);
  if (folder === null || url === null || revision === null || python === null || torch === undefined) return null;
  const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
  return {
    folder,
    url,
    revision,
    git: text(json.git),
    python,
    pythonVersion: text(json.pythonVersion) ?? "",
    torch,
    packages: list(json.packages),
    index: text(json.index),
    extras: extraNames.filter((name) => list(json.extras).includes(name)),
    started: text(json.started) ?? "",
  };
}
