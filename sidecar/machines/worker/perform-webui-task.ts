import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { reportError, StudioError } from "../../host/studio-error.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import { say } from "../../words/sentence.js";
import { hashOfFile } from "../hash-of-file.js";
import { pictureOutput, webuiAsks } from "../webui/webui-task.js";
import { answerWebui } from "./answer-webui.js";
import type { PlacedLoras } from "./placed-loras.js";
import type { StudioClient } from "./studio-client.js";

export interface WebuiHouse {
  client: StudioClient;
  webui: DrawingLink;
  loras: PlacedLoras;
  /** A folder of this machine's own, for pictures before they are sent. */
  scratch: string;
  /** A picture was drawn. */
  onDone(): void;
}

/**
 * Does what the studio asks of this machine's WebUI, and tells what came of it: pictures first, each by its hash.
 * @throws StudioError "offline" | "accessRefused" when the studio cannot be told
 */
export async function performWebuiTask(
  id: string,
  { client, webui, loras, scratch, onDone }: WebuiHouse,
  signal: AbortSignal,
): Promise<void> {
  const text = await client.task(id);
  // Over already.
  if (text === null || signal.aborted) return;
  const folder = join(scratch, id);
  const answered = async (): Promise<string> => {
    const { ask: asked, ...params } = Object(JSON.parse(text));
    const ask = webuiAsks.find((one) => one === asked);
    if (!ask)
      throw new StudioError(
        "protocolMismatch",
        say("This machine does not know work of the kind {name}.", { name: String(asked) }),
        say("Update LoRA Atelier there to the studio's version."),
      );
    const { value, pictures } = await answerWebui({ ask, params }, { webui, loras }, signal);
    for (const [at, png] of pictures.entries()) {
      const name = pictureOutput(at);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, name), png);
      await client.output(id, { name, hash: await hashOfFile(join(folder, name)), path: join(folder, name) });
      onDone();
    }
    return JSON.stringify({ value: value ?? null });
  };
  try {
    const answer = await answered().catch((error: unknown) => JSON.stringify({ error: reportError(error) }));
    // Nobody waits for it.
    if (!signal.aborted) await client.results(id, answer);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
