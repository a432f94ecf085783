import { statSync } from "node:fs";
import { StudioError } from "../host/studio-error.js";
import { fromWhereTheUserStands } from "./arguments.js";

/** Other commands take a folder, `train` a file made for one. @throws StudioError "badArguments" when it is a folder */
export function refuseFolder(word: string): void {
  if (!statSync(fromWhereTheUserStands(word), { throwIfNoEntry: false })?.isDirectory()) return;
  throw new StudioError(
    "badArguments",
    `train takes a CONFIG; "${word}" is a folder.`,
    `Make one with \`plan ${word} --steps 1000 --output training.toml\`, then \`train training.toml\`.`,
  );
}
