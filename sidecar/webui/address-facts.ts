import { reportError, StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import type { DrawingFacts, WebuiLora } from "./drawing.js";
import { type ApiAnswers, readAbilities, readDrawingFacts, readLoras } from "./drawing-facts.js";
import { askWebui, type WebuiAddress } from "./http-request.js";
import type { Abilities } from "./txt2img-fields.js";

const routes = {
  models: "sd-models",
  samplers: "samplers",
  schedulers: "schedulers",
  vaes: "sd-vae",
  modules: "sd-modules",
  upscalers: "upscalers",
  latentUpscalers: "latent-upscale-modes",
  styles: "prompt-styles",
  faceRestorers: "face-restorers",
  loras: "loras",
} as const;

export const noApi = ({ url }: WebuiAddress): StudioError =>
  new StudioError(
    "notAllowed",
    say("The WebUI at {url} has no API.", { url }),
    say("Start it with --api among its arguments."),
  );

/** What a WebUI's API says of it, and what is kept of that. */
export interface AddressFacts {
  drawingFacts(signal: AbortSignal): Promise<DrawingFacts>;
  loras(signal: AbortSignal): Promise<readonly WebuiLora[]>;
  /** Asked once, until `forget`. @throws StudioError "offline" | "notAllowed" | "accessRefused" */
  abilities(signal: AbortSignal): Promise<Abilities>;
  /** It may come back as another version. */
  forget(): void;
}

/** @param loraFolder as the WebUI's machine names it, where it is this one */
export function addressFacts(
  address: WebuiAddress,
  loraFolder: (signal: AbortSignal) => Promise<string | null>,
): AddressFacts {
  let known: Abilities | null = null;
  const get = (path: string, signal: AbortSignal): Promise<unknown> =>
    askWebui(address, { method: "GET", path, signal });
  /** Null where a route is missing or fails (Forge's flags do). */
  const perhaps = async (path: string, signal: AbortSignal): Promise<unknown> =>
    get(path, signal).catch((error: unknown) => {
      if (signal.aborted || reportError(error).code === "offline") throw error;
      return null;
    });
  const list = (name: keyof typeof routes, signal: AbortSignal): Promise<unknown> =>
    perhaps(`/sdapi/v1/${routes[name]}`, signal);
  return {
    async drawingFacts(signal) {
      const options = await get("/sdapi/v1/options", signal);
      if (options === null) throw noApi(address);
      const [models, samplers, schedulers, vaes, modules, upscalers, latentUpscalers, styles, faceRestorers, loras] =
        await Promise.all([
          list("models", signal),
          list("samplers", signal),
          list("schedulers", signal),
          list("vaes", signal),
          list("modules", signal),
          list("upscalers", signal),
          list("latentUpscalers", signal),
          list("styles", signal),
          list("faceRestorers", signal),
          list("loras", signal),
        ]);
      const answers: ApiAnswers = {
        ...{ options, models, samplers, schedulers, vaes, modules, upscalers, latentUpscalers, styles, faceRestorers },
        ...{ loras, optionNames: Object.keys(Object(options)) },
      };
      known = readAbilities(answers);
      const standIn = Object(await perhaps("/lora-atelier-stand-in", signal)).standIn === true;
      return readDrawingFacts(answers, { loraFolder: await loraFolder(signal), rehearsal: standIn });
    },
    async loras(signal) {
      const refreshed = await askWebui(address, {
        method: "POST",
        path: "/sdapi/v1/refresh-loras",
        body: {},
        signal,
        patienceMs: 300_000,
      });
      if (refreshed === null) throw noApi(address);
      return readLoras(await get("/sdapi/v1/loras", signal));
    },
    async abilities(signal) {
      if (known !== null) return known;
      const [options, samplers, schedulers, modules] = await Promise.all([
        get("/sdapi/v1/options", signal),
        list("samplers", signal),
        list("schedulers", signal),
        list("modules", signal),
      ]);
      if (options === null) throw noApi(address);
      known = readAbilities({ samplers, schedulers, modules, optionNames: Object.keys(Object(options)) });
      return known;
    },
    forget: () => {
      known = null;
    },
  };
}
