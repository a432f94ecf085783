import { basename, dirname, extname, join, relative } from "node:path";
import { imageSuffixes } from "../dataset/scan.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import type { TagOptions } from "./options.js";

/**
 * Where a picture's caption goes: beside it, or at the same place below the output folder, named by the pattern.
 * @throws StudioError "badArguments" when the pattern would give every picture one name, or leave the folder
 */
export function captionFile(image: string, { folder, output, captionName }: TagOptions): string {
  const suffix = extname(image);
  const name = captionName
    .replaceAll("[name]", basename(image, suffix))
    .replaceAll("[extension]", suffix.slice(1).toLowerCase());
  const wouldBeAPicture = imageSuffixes.has(extname(name).toLowerCase());
  if (!captionName.includes("[name]") || /[/\\]/.test(captionName) || wouldBeAPicture) {
    throw new StudioError(
      "badArguments",
      say('The caption name "{captionName}" cannot be used.', { captionName }),
      say("Expected a file name with [name] in it and a suffix that is no picture's, for instance [name].txt."),
    );
  }
  const beside = join(dirname(image), name);
  return output === null ? beside : join(output, relative(folder, beside));
}
