import type { TrainerInstallWords } from "../../words/trainer-install-en.js";
import { venvPython } from "./install-files.js";
import type { ExtraName, InstallOrder } from "./install-order.js";

export type StepName = keyof TrainerInstallWords["steps"];

/** One program with its words; nothing goes through a shell. */
interface StepCommand {
  program: string;
  words: string[];
}

export interface InstallStep {
  name: StepName;
  /** What it is made of: a step that was done with the same needs no second time. */
  recipe: string;
  /** Steps after whose repetition it is repeated. */
  after: StepName[];
  /** In their order; none where the step is done by ourselves. */
  commands: StepCommand[];
}

/** The environment's own pip and no other: nothing of PYTHON* variables, of the user's packages or of this folder. */
const pipWords = (...words: string[]): string[] => ["-I", "-X", "utf8", "-m", "pip", ...words];

const extraPackages: Readonly<Record<ExtraName, string>> = {
  xformers: "xformers",
  lycoris: "lycoris-lora",
  bitsandbytes: "bitsandbytes",
};

function fetchCommands({ git, url, revision, folder }: InstallOrder): StepCommand[] {
  if (git === null) return [];
  const inside = (...words: string[]): StepCommand => ({
    program: git,
    words: ["-C", folder, "-c", "core.longpaths=true", "-c", "advice.detachedHead=false", ...words],
  });
  // Not `clone`: it wants an empty folder, and our own files are there.
  return [
    inside("init", "--quiet"),
    inside("fetch", "--depth", "1", "--progress", url, revision),
    inside("checkout", "--force", "--detach", "FETCH_HEAD"),
  ];
}

/** Everything that is done, in its order. @param index adds the words that name torch's index, if it has its own */
export function installSteps(order: InstallOrder, platform: NodeJS.Platform = process.platform): InstallStep[] {
  const { folder, url, revision, python, packages, index, extras } = order;
  const venv = venvPython(folder, platform);
  const pip = (...words: string[]): StepCommand => ({ program: venv, words: pipWords("install", ...words) });
  const indexWords = index === null ? [] : ["--index-url", index];
  // Its own version is named beside: otherwise a newer torch would come with it.
  const extraCommands = extras.map((name) =>
    name === "xformers"
      ? pip(extraPackages[name], ...packages, ...indexWords)
      : pip("--upgrade", extraPackages[name], ...packages.slice(0, 1)),
  );
  const steps: InstallStep[] = [
    { name: "source", recipe: `${url} ${revision}`, after: [], commands: fetchCommands(order) },
    {
      name: "venv",
      recipe: python,
      after: [],
      commands: [{ program: python, words: ["-I", "-X", "utf8", "-m", "venv", "--clear", "venv"] }],
    },
    { name: "pip", recipe: "", after: ["venv"], commands: [pip("--upgrade", "pip")] },
    {
      name: "torch",
      recipe: [...packages, ...indexWords].join(" "),
      after: ["venv"],
      commands: [pip(...packages, ...indexWords)],
    },
    {
      name: "requirements",
      recipe: revision,
      after: ["source", "venv", "torch"],
      // Holds `-e .`, so it runs inside the folder.
      commands: [pip("-r", "requirements.txt", ...packages.slice(0, 1))],
    },
    { name: "extras", recipe: extras.join(" "), after: ["venv", "torch", "requirements"], commands: extraCommands },
    // Whatever was done before, in the end it is asked whether it works.
    { name: "check", recipe: "", after: ["source", "venv", "torch", "requirements", "extras"], commands: [] },
  ];
  return steps.filter(({ name }) => name !== "extras" || extras.length > 0);
}
