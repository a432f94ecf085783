import { randomUUID } from "node:crypto";
import { reportError, StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { type DrawnPicture, isHalfMade, type PressedButton, type WebuiDrawing } from "./drawing.js";
import { type ApiAnswers, readAbilities, readDrawingFacts, readLoras } from "./drawing-facts.js";
import type { DrawnUploads } from "./drawn-uploads.js";
import { tabOffline } from "./tab-ask.js";
import { type Patience, type TaskLook, watchTask } from "./task-watch.js";
import { type Abilities, txt2imgFields } from "./txt2img-fields.js";

interface Tab {
  title: string;
  loraFolder: string | null;
  call(method: string, params: object, signal: AbortSignal): Promise<unknown>;
  uploads: DrawnUploads;
  patience: Patience;
}

const buttons: readonly PressedButton[] = ["interrupt", "skip", "stopAfter"];

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function answersOf(told: unknown): ApiAnswers {
  const { checkpoint, optionNames, ...rows } = Object(told);
  return {
    ...rows,
    options: { sd_model_checkpoint: checkpoint },
    optionNames: Array.isArray(optionNames) ? optionNames.map(String) : [],
  };
}

function lookOf(told: unknown): TaskLook {
  const { place, part, sign } = Object(told);
  return {
    place: place === "queued" || place === "drawing" ? place : "elsewhere",
    part: Number(part) || 0,
    sign: String(sign),
  };
}

/** Drawing in the WebUI's own process, through the shim. */
export function tabDrawing({ title, loraFolder, call, uploads, patience }: Tab): WebuiDrawing {
  const tasks = new Set<string>();
  let abilities: Abilities | null = null;
  const told = async (signal: AbortSignal): Promise<ApiAnswers> => {
    const answers = answersOf(await call("webui/drawing", {}, signal));
    abilities = readAbilities(answers);
    return answers;
  };
  const interruptTask = (task: string, signal: AbortSignal): Promise<unknown> =>
    call("webui/interrupt", { task }, signal);

  const pictureOf = (one: unknown): DrawnPicture => {
    const { picture, seed, infotext } = Object(one);
    const png = uploads.take(String(picture));
    if (png === undefined || !Number.isSafeInteger(seed)) {
      const hint = say("Draw it again; if that does not help, restart the WebUI.");
      throw new StudioError("webuiFailed", say("A picture that was drawn did not arrive."), hint);
    }
    return { png, seed: Number(seed), infotext: text(infotext) ?? "" };
  };

  return {
    async drawingFacts(signal) {
      return readDrawingFacts(await told(signal), { loraFolder, rehearsal: false });
    },
    async loras(signal) {
      return readLoras(Object(await call("webui/loras", {}, signal)).loras);
    },
    async draw(request, signal, onDrawing = () => {}) {
      if (abilities === null) await told(signal);
      const fields = txt2imgFields(request, abilities ?? readAbilities(answersOf({})));
      const task = `task(lora-atelier-${randomUUID()})`;
      const ended = new AbortController();
      const lost = new AbortController();
      tasks.add(task);
      const watch = watchTask({
        look: async (looking) => lookOf(await call("webui/progress", { task }, looking)),
        onLook: ({ place, part }) => void (place === "drawing" && onDrawing(part)),
        lost: (why) => tabOffline(title, why),
        ended: ended.signal,
        patience,
      }).catch((error: unknown) => lost.abort(error));
      try {
        const both = AbortSignal.any([signal, lost.signal]);
        const answer = Object(await call("webui/txt2img", { task, fields }, both));
        const { pictures, modelHash, modelName } = answer;
        const pressed = buttons.find((one) => one === answer.pressed) ?? null;
        const drawn = (Array.isArray(pictures) ? pictures : []).map(pictureOf);
        if (!isHalfMade({ pressed }) && drawn.length < request.batchSize) {
          const hint = say("Its console may say more.");
          throw new StudioError(
            "webuiFailed",
            say("{found} pictures came instead of {asked}.", { found: drawn.length, asked: request.batchSize }),
            hint,
          );
        }
        return {
          pictures: drawn,
          pressed,
          modelHash: text(modelHash),
          modelName: text(modelName),
        };
      } catch (thrown) {
        // Also while it waits for its turn: the shim then never begins it.
        void interruptTask(task, AbortSignal.timeout(patience.silentMs)).catch(() => {});
        if (reportError(thrown).code === "offline") abilities = null;
        throw thrown;
      } finally {
        ended.abort();
        tasks.delete(task);
        await watch;
      }
    },
    async interrupt(signal) {
      await Promise.all([...tasks].map((task) => interruptTask(task, signal)));
    },
  };
}
