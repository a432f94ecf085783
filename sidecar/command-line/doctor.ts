import { access, constants, statfs } from "node:fs/promises";
import { stateFolder } from "../host/state-folder.js";
import { reportError } from "../host/studio-error.js";
import { builtInModel, openModel } from "../tagging/model.js";
import { startTagger } from "../tagging/tagger.js";
import type { Output } from "./output.js";

export const doctorUsage = "doctor [--json]";

interface Finding {
  part: string;
  works: boolean;
  message: string;
  remedy?: string;
}

// Below this the state and the captions of a large set may no longer fit.
const LOW_DISK_BYTES = 1024 ** 3;

async function stateFinding(folder: string): Promise<Finding> {
  try {
    await access(folder, constants.W_OK);
    return { part: "state", works: true, message: `kept in ${folder}` };
  } catch (error) {
    const remedy = "Make the folder writable, or set ATELIER_HOME to another one.";
    return { part: "state", works: false, message: reportError(error).message, remedy };
  }
}

async function diskFinding(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${(free / 1024 ** 3).toFixed(1)} GiB free where the state is kept`;
  if (free >= LOW_DISK_BYTES) return { part: "disk", works: true, message };
  return {
    part: "disk",
    works: false,
    message,
    remedy: "Free some space, or set ATELIER_HOME to a folder on another disk.",
  };
}

/** Loads the built-in tagger in its real child process: proves onnxruntime, not only its presence. */
async function taggerFinding(): Promise<Finding> {
  try {
    const model = await openModel(builtInModel, process.cwd());
    const tagger = await startTagger(model);
    await tagger.close();
    return {
      part: "tagger",
      works: true,
      message: `the small built-in tagger loads (${model.labels.length} tags, on the CPU)`,
    };
  } catch (error) {
    const { message, hint } = reportError(error);
    return { part: "tagger", works: false, message, remedy: hint };
  }
}

/** `doctor`: what works on this machine, each part tried. Exit code 1 when one does not. */
export async function doctorCommand(_argumentList: string[], output: Output): Promise<number> {
  const folder = stateFolder();
  const findings: Finding[] = [
    { part: "node", works: true, message: `Node ${process.versions.node} on ${process.platform} ${process.arch}` },
    await stateFinding(folder),
    await diskFinding(folder),
    await taggerFinding(),
  ];
  if (output.json) output.document({ findings });
  else {
    for (const { part, works, message, remedy } of findings) {
      output.print(`${works ? "works " : "BROKEN"}  ${part}: ${message}${remedy ? `\n        ${remedy}` : ""}`);
    }
  }
  return findings.every(({ works }) => works) ? 0 : 1;
}
