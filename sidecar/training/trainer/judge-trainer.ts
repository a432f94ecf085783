import type { GraphicsCard } from "../../host/graphics-cards.js";
import { type FamilyName, families } from "../../planning/families.js";
import { type TrainerProblemCode, trainerProblemsEn } from "../../words/trainer-en.js";
import type { ProbeDocument, TorchDevice, TorchDocument } from "./probe-document.js";
import type { PackageName, TrainerProblem } from "./trainer.js";

// sd-scripts' README: made with 3.10; newer ones work.
const OLDEST_PYTHON = "3.10";
// README of 0.10: "PyTorch 2.6.0 or later is required"; these scripts came with it or later.
const OLDEST_TORCH = "2.6.0";
const newScripts = ["hunyuan_image_train_network.py", "anima_train_network.py"];
/** What every training script imports at its top. */
const needed: readonly PackageName[] = ["accelerate", "diffusers", "transformers", "safetensors"];

export function trainerProblem(
  code: TrainerProblemCode,
  severity: TrainerProblem["severity"],
  values: TrainerProblem["values"] = {},
): TrainerProblem {
  const words = trainerProblemsEn[code];
  return { code, severity, values, message: words.message(values), remedy: words.remedy(values) };
}

/** True when `version` (`2.5.1+cu124`) comes before `wanted`; parts that are no numbers end the comparison. */
export function isOlder(version: string, wanted: string): boolean {
  const [one, other] = [version, wanted].map((text) => text.split(".").map((part) => Number.parseInt(part, 10)));
  for (const [index, part] of (other ?? []).entries()) {
    const ours = one?.[index] ?? 0;
    if (Number.isNaN(ours)) return false;
    if (ours !== part) return ours < part;
  }
  return false;
}

/** Families that these scripts train, in the order in which people use them. */
export const familiesOf = (scripts: readonly string[]): FamilyName[] =>
  families.filter(({ script }) => scripts.includes(script)).map(({ name }) => name);

/**
 * True when torch has code for the card: a binary runs on later minor versions of its major one (sm_86 code on 8.9), and
 * `compute_90` is compiled at run time for anything later. What is unknown counts as supported.
 */
export function hasCodeFor({ capability }: TorchDevice, architectures: readonly string[]): boolean {
  const known = architectures.flatMap((name) => {
    const [, kind, digits = ""] = /^(sm|compute)_(\d+)/.exec(name) ?? [];
    return kind === undefined ? [] : [{ kind, major: Number(digits.slice(0, -1)), minor: Number(digits.slice(-1)) }];
  });
  if (capability === null || known.length === 0) return true;
  const [major, minor] = capability;
  return known.some((code) =>
    code.kind === "sm"
      ? code.major === major && code.minor <= minor
      : code.major < major || (code.major === major && code.minor <= minor),
  );
}

function cardProblems(torch: TorchDocument, cards: readonly GraphicsCard[]): TrainerProblem[] {
  const card = cards[0]?.name;
  const { version, cuda, hip, devices } = torch;
  if (torch.cardError !== null) return [trainerProblem("cardFails", "warning", { reason: torch.cardError })];
  if (devices.length > 0) {
    return devices
      .filter((device) => !hasCodeFor(device, torch.architectures))
      .map(({ name, capability }) =>
        trainerProblem("cardUnsupported", "warning", { card: name, capability: capability?.join(".") ?? "", version }),
      );
  }
  if (card === undefined) return [trainerProblem("noCard", "warning")];
  return cuda === null && hip === null
    ? [trainerProblem("torchCpuOnly", "warning", { card })]
    : [trainerProblem("cardUnseen", "warning", { card, version })];
}

export interface TrainerFacts {
  folder: string;
  python: string;
  scripts: readonly string[];
  /** NVIDIA cards whose driver answers. */
  cards: readonly GraphicsCard[];
  /** Seconds that the probe was given. */
  seconds: number;
  /** True when it used them up. */
  late: boolean;
  /** How a Python ended that did not tell of torch. */
  ending: { exit: string; said: string };
}

function torchProblems({ torch }: ProbeDocument, facts: TrainerFacts): TrainerProblem[] {
  const { python, scripts, cards, seconds, late, ending } = facts;
  if (torch === "missing") return [trainerProblem("torchMissing", "error", { python })];
  if (torch === "unanswered") {
    return late
      ? [trainerProblem("torchSilent", "error", { seconds })]
      : [trainerProblem("torchEnds", "error", ending)];
  }
  if ("error" in torch) return [trainerProblem("torchFails", "error", { reason: torch.error })];
  const old = newScripts.some((script) => scripts.includes(script)) && isOlder(torch.version, OLDEST_TORCH);
  return [
    ...(old ? [trainerProblem("torchOld", "warning", { version: torch.version, wanted: OLDEST_TORCH })] : []),
    ...cardProblems(torch, cards),
  ];
}

export const scriptProblems = (folder: string, scripts: readonly string[]): TrainerProblem[] =>
  familiesOf(scripts).length === 0 ? [trainerProblem("scriptsMissing", "error", { folder })] : [];

/** What is wrong with a trainer whose Python answered, the worst first. */
export function judgeTrainer(document: ProbeDocument, facts: TrainerFacts): TrainerProblem[] {
  const { python: version, packages } = document;
  const old = isOlder(version, OLDEST_PYTHON);
  const problems = [
    ...scriptProblems(facts.folder, facts.scripts),
    ...torchProblems(document, facts),
    ...needed
      .filter((name) => packages[name] === null)
      .map((name) => trainerProblem("packageMissing", "error", { package: name })),
    ...(old ? [trainerProblem("pythonOld", "warning", { version, wanted: OLDEST_PYTHON })] : []),
  ];
  return [
    ...problems.filter(({ severity }) => severity === "error"),
    ...problems.filter(({ severity }) => severity === "warning"),
  ];
}
