import { readFile } from "node:fs/promises";
import { StudioError } from "../../host/studio-error.js";
import type { DrawnPictures, Txt2imgRequest } from "../../webui/drawing.js";
import type { DrawingLink } from "../../webui/drawing-link.js";
import type { BroughtLora } from "../../webui/webui-link.js";
import { say } from "../../words/sentence.js";
import type { MachineHouse } from "../engine/machine-house.js";
import { askWebuiOf } from "./ask-webui.js";
import { toldDrawingFacts, toldFacts, toldLoras, toldPictures } from "./told-facts.js";
import { type LoraLuggage, pictureOutput } from "./webui-task.js";

// Sixteen bits a channel at 4096 × 4096, with room for what WebUIs write into PNGs.
const MOST_PICTURE_BYTES = 128 * 1024 * 1024;

const changed = ({ path }: BroughtLora): StudioError =>
  new StudioError(
    "modelInvalid",
    say("{path} is not the file any more that the sweep began with.", { path }),
    say("Put the earlier file back, or start another sweep with this one."),
  );

/** The WebUI of another machine, as that machine reaches it. It is the same link while the machine is away. */
export function machineWebui(house: MachineHouse, machine: string): DrawingLink {
  const ask = askWebuiOf(house, machine);
  const done = (): void => {};
  const draw = (request: Txt2imgRequest, signal: AbortSignal): Promise<DrawnPictures> => {
    const names = Array.from({ length: request.batchSize }, (_, at) => pictureOutput(at));
    return ask({
      ask: "draw",
      work: { title: say("drawing pictures ({items})", { items: names.length }), items: names.length },
      params: { request },
      outputs: new Map(names.map((name) => [name, MOST_PICTURE_BYTES])),
      signal,
      async read({ value, path }) {
        const { pictures, ...rest } = toldPictures(value);
        const whole = pictures
          .slice(0, names.length)
          .map(async (one, at) => ({ ...one, png: await readFile(path(pictureOutput(at))) }));
        return { ...rest, pictures: await Promise.all(whole) };
      },
    });
  };
  return {
    id: `machine-${machine}`,
    kind: "machine",
    title: machine,
    isHere: false,
    facts: (signal) => ask({ ask: "facts", read: ({ value }) => toldFacts(value), signal }),
    drawingFacts: (signal) => ask({ ask: "drawingFacts", read: ({ value }) => toldDrawingFacts(value), signal }),
    isDrawing: (signal) => ask({ ask: "isDrawing", read: ({ value }) => value === true, signal }),
    loras: (signal) => ask({ ask: "loras", read: ({ value }) => toldLoras(value), signal }),
    refreshLoras: (signal) => ask({ ask: "refreshLoras", read: done, signal }),
    draw,
    interrupt: (signal) => ask({ ask: "interrupt", read: done, signal }),
    releaseMemory: (signal) => ask({ ask: "releaseMemory", read: ({ value }) => value === true, signal }),
    restoreMemory: (signal) => ask({ ask: "restoreMemory", read: done, signal }),
    async bringLoras(loras, signal) {
      const holder = {};
      try {
        const luggage: LoraLuggage[] = [];
        for (const lora of loras) {
          const file = await house.files.offer(lora.path, holder);
          if (file.hash !== lora.content) throw changed(lora);
          luggage.push({ name: lora.name, file });
        }
        return await ask({
          ask: "bringLoras",
          work: { title: say("fetching LoRA files ({items})", { items: loras.length }), items: 0 },
          params: { loras: luggage },
          read: ({ value }) => value === true,
          signal,
        });
      } finally {
        house.files.release(holder);
      }
    },
    keepLoras: (contents, signal) => ask({ ask: "keepLoras", params: { contents }, read: done, signal }),
  };
}
