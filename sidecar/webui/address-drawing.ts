import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { reportError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { type AddressFacts, noApi } from "./address-facts.js";
import type { DrawnPicture, DrawnPictures, Txt2imgRequest, WebuiDrawing } from "./drawing.js";
import { askWebui, callWebui, offline, refused, type WebuiAddress } from "./http-request.js";
import { hasParameters, isPng, withParameters } from "./png-parameters.js";
import { lookAtTask, type Patience, watchTask, webuiState } from "./task-watch.js";
import { readTxt2imgAnswer } from "./txt2img-answer.js";
import { txt2imgFields } from "./txt2img-fields.js";

// A task that was given up while others were drawing is ended when its turn comes, if that is within this time.
const GIVEN_UP_FOR_MS = 600_000;
const MAX_DETAIL = 300;
// What a proxy in front says when nobody is behind it.
const NOBODY_BEHIND = [502, 503, 504];

/** A WebUI that is set to JPEG or WebP sends these, without a way to ask for PNG once. */
async function asPng(bytes: Buffer, infotext: string): Promise<Buffer> {
  if (isPng(bytes)) return hasParameters(bytes) || infotext === "" ? bytes : withParameters(bytes, infotext);
  const { default: sharp } = await import("sharp");
  return withParameters(await sharp(bytes).png().toBuffer(), infotext);
}

/** "Sampler not found" → that; of anything else what it says, shortened. */
function detailOf(text: string): string {
  try {
    const { detail, errors, error } = Object(JSON.parse(text));
    const said = [detail, errors, error].find((one) => one !== undefined && one !== null && one !== "");
    return (typeof said === "string" ? said : (JSON.stringify(said) ?? "")).slice(0, MAX_DETAIL);
  } catch {
    return text.slice(0, MAX_DETAIL);
  }
}

function parsed(text: string, { url }: WebuiAddress): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw offline(url, say("what answers there is no WebUI"), error);
  }
}

/** Drawing through `/sdapi/v1`. */
export function addressDrawing(
  address: WebuiAddress,
  facts: AddressFacts,
  patience: Patience,
): Pick<WebuiDrawing, "draw" | "interrupt"> {
  const tasks = new Set<string>();
  let hasDrawn = false;

  /** Ends a task of ours that is drawn now. @returns whether it may still come */
  const endTask = async (task: string, signal: AbortSignal): Promise<boolean> => {
    const { place } = await lookAtTask(address, task, signal);
    if (place === "drawing") {
      await askWebui(address, { method: "POST", path: "/sdapi/v1/interrupt", body: {}, signal });
    }
    return place === "queued";
  };
  /** The API has no way to take a task out of its queue. */
  const giveUp = async (task: string): Promise<void> => {
    const signal = AbortSignal.timeout(GIVEN_UP_FOR_MS);
    try {
      while (await endTask(task, signal)) await wait(patience.lookMs, undefined, { signal, ref: false });
    } catch {
      // It is gone, or too busy: what it draws of ours is thrown away.
    }
  };

  const pictures = async (text: string, request: Txt2imgRequest): Promise<DrawnPictures> => {
    const fields = Object.keys(request.further);
    if (request.distilledCfgScale !== null) fields.push("distilled_cfg_scale");
    const answer = readTxt2imgAnswer(parsed(text, address), { pictures: request.batchSize, fields });
    // An interrupted request answers 200 with a half-made picture; its state tells, until the next one begins, be it ours or not.
    const state = await webuiState(address, AbortSignal.timeout(patience.silentMs)).catch(() => null);
    const made = answer.pictures.map(
      async ({ bytes, seed, infotext }): Promise<DrawnPicture> => ({
        png: await asPng(bytes, infotext),
        seed,
        infotext,
      }),
    );
    return {
      pictures: await Promise.all(made),
      pressed: state !== null && state.began === answer.jobTimestamp ? state.pressed : null,
      modelHash: answer.modelHash,
      modelName: answer.modelName,
    };
  };

  const ask = async (request: Txt2imgRequest, task: string, signal: AbortSignal): Promise<string> => {
    const fields = txt2imgFields(request, await facts.abilities(signal));
    const body = { ...fields, send_images: true, save_images: false, alwayson_scripts: {}, force_task_id: task };
    const path = "/sdapi/v1/txt2img";
    const { status, text } = await callWebui(address, { method: "POST", path, body, signal, patienceMs: 0 });
    if (status === 200) return text;
    const detail = detailOf(text);
    // While it starts, its routes are not there yet although it answers.
    if (status === 404 && detail === "Not Found") {
      throw hasDrawn ? offline(address.url, say("it is just starting")) : noApi(address);
    }
    throw NOBODY_BEHIND.includes(status)
      ? offline(address.url, say("status {status}", { status }))
      : refused(address.url, status, detail);
  };

  return {
    async draw(request, signal, onDrawing = () => {}) {
      signal.throwIfAborted();
      const task = `task(lora-atelier-${randomUUID()})`;
      const ended = new AbortController();
      const lost = new AbortController();
      tasks.add(task);
      const watch = watchTask({
        look: (looking) => lookAtTask(address, task, looking),
        lost: (why) => offline(address.url, why),
        ended: ended.signal,
        patience,
        onLook: ({ place, part }) => void (place === "drawing" && onDrawing(part)),
      }).catch((error: unknown) => lost.abort(error));
      try {
        const text = await ask(request, task, AbortSignal.any([signal, lost.signal]));
        ended.abort();
        hasDrawn = true;
        return await pictures(text, request);
      } catch (thrown) {
        if (signal.aborted) void giveUp(task);
        const error = !signal.aborted && lost.signal.aborted ? lost.signal.reason : thrown;
        if (reportError(error).code === "offline") facts.forget();
        throw error;
      } finally {
        ended.abort();
        tasks.delete(task);
        await watch;
      }
    },
    async interrupt(signal) {
      for (const task of tasks) await endTask(task, signal);
    },
  };
}
