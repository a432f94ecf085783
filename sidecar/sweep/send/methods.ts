import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { pictureBytes } from "../../tagging/given-picture.js";
import { say } from "../../words/sentence.js";
import { sweepLoraName } from "../draw/lora-names.js";
import { loraTag } from "../draw/webui-request.js";
import { exportedSweep } from "../export/read/stored-sweep.js";
import { drawingFactsOf, webuisFor } from "../plan/facts/webuis-for.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { knownLora } from "./known-lora.js";
import { pictureText } from "./picture-text.js";
import { renameLora } from "./rename-lora.js";
import { settingsFromInfotext } from "./settings-from-infotext.js";

// One that draws answers late; the user waits for a button.
const PATIENCE_MS = 15_000;

/** Pictures that go from a WebUI's pages to ours, and back. */
export function sendMethods(room: SweepRoom) {
  const { database, stateFolder } = room;
  const real = { webuis: [], rehearsal: false };
  // Null for none that is known, and for none that answers.
  const webuiNow = () =>
    webuisFor(room, real)
      .then((links) => drawingFactsOf(links, real))
      .catch(() => null);
  return {
    async "sweep/fromPicture"({ infotext, data }: Params<"sweep/fromPicture">): Promise<Result<"sweep/fromPicture">> {
      requireOwner(room);
      const text = infotext ?? (data === undefined ? null : await pictureText(pictureBytes(data)));
      const nothing = { infotext: text, settings: {}, unknown: { loras: [], checkpoint: null } };
      if (text === null) return nothing;
      const found = settingsFromInfotext(text, (await webuiNow())?.drawing ?? null);
      return found === null ? { ...nothing, infotext: null } : { infotext: text, ...found };
    },
    async "sweep/sendCell"(
      { id, index }: Params<"sweep/sendCell">,
      { signal }: { signal: AbortSignal },
    ): Promise<Result<"sweep/sendCell">> {
      requireOwner(room);
      const sweep = exportedSweep(database, stateFolder, id);
      const { resolved } = sweep;
      const text = index < resolved.cellCount ? (sweep.cell(index).picture?.infotext ?? null) : null;
      if (text === null)
        throw new StudioError(
          "notFound",
          say("Cell {index} has no picture.", { index }),
          say("Choose one that was drawn."),
        );
      const lora = resolved.requestOf(index)?.lora ?? null;
      const path = Object.entries(resolved.facts.contents).find(([, content]) => content === lora?.content)?.[0];
      // What a stand-in drew is no file for a real WebUI's folder.
      const webui = lora === null || path === undefined || sweep.rehearsal ? null : await webuiNow();
      if (lora === null || path === undefined || webui === null) return { infotext: text, lora: null };
      const known = await knownLora(
        database,
        { path, content: lora.content },
        {
          link: webui.link,
          loraFolder: webui.drawing.loraFolder,
          listed: webui.drawing.loras,
          signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
        },
      );
      const from = sweepLoraName(path, lora.content);
      return { infotext: renameLora(text, { from, to: known.name, tag: loraTag(known.name, lora) }), lora: known };
    },
  };
}
