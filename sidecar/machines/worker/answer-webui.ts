import { existsSync } from "node:fs";
import type { DrawnPictures } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import { parseFile } from "../references.js";
import { readRequest } from "../webui/read-request.js";
import type { WebuiAsk } from "../webui/webui-task.js";
import type { PlacedLoras } from "./placed-loras.js";

/** What a machine's WebUI answers: plain data, and pictures beside it. */
interface WebuiAnswer {
  value: unknown;
  pictures: readonly Buffer[];
}

const rows = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const plain = (value: unknown): WebuiAnswer => ({ value, pictures: [] });

function drawn({ pictures, ...rest }: DrawnPictures): WebuiAnswer {
  const told = pictures.map(({ png: _, ...one }) => one);
  return { value: { ...rest, pictures: told }, pictures: pictures.map(({ png }) => png) };
}

async function broughtLoras(
  { webui, loras }: { webui: DrawingLink; loras: PlacedLoras },
  asked: unknown,
  signal: AbortSignal,
): Promise<boolean> {
  const { loraFolder } = await webui.facts(signal);
  if (loraFolder === null || !existsSync(loraFolder)) return false;
  const files = rows(asked).map((one) => {
    const { name, file } = Object(one);
    return { name: String(name), file: parseFile(file) };
  });
  await loras.bring(loraFolder, files, signal);
  return true;
}

/** Asks the WebUI of this machine for what the studio wants of it. @throws as the link's methods; TypeError for what no studio of ours asks */
export async function answerWebui(
  { ask, params }: { ask: WebuiAsk; params: Readonly<Record<string, unknown>> },
  house: { webui: DrawingLink; loras: PlacedLoras },
  signal: AbortSignal,
): Promise<WebuiAnswer> {
  const { webui, loras } = house;
  switch (ask) {
    case "facts":
      return plain(await webui.facts(signal));
    case "drawingFacts":
      return plain(await webui.drawingFacts(signal));
    case "isDrawing":
      return plain(await webui.isDrawing(signal));
    case "loras":
      return plain(await webui.loras(signal));
    case "refreshLoras":
      return plain(await webui.refreshLoras(signal));
    case "draw":
      return drawn(await webui.draw(readRequest(params.request), signal));
    case "interrupt":
      return plain(await webui.interrupt(signal));
    case "releaseMemory":
      return plain(await webui.releaseMemory(signal));
    case "restoreMemory":
      return plain(await webui.restoreMemory(signal));
    case "bringLoras":
      return plain(await broughtLoras(house, params.loras, signal));
    case "keepLoras":
      // Its list would go on naming what is gone.
      if ((await loras.keep(new Set(rows(params.contents).map(String)))) > 0) await webui.refreshLoras(signal);
      return plain(null);
  }
}
