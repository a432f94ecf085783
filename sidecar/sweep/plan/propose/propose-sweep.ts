import { parse } from "node:path";
import type { Params, Result } from "../../../../protocol/validate.js";
import { readSafetensorsHeader } from "../../../host/safetensors.js";
import { StudioError } from "../../../host/studio-error.js";
import { committedTexts } from "../../../store/committed-text.js";
import { triggerWords } from "../../../training/results/trigger-words.js";
import type { DrawingFacts } from "../../../webui/drawing.js";
import { say } from "../../../words/sentence.js";
import type { SweepRoom } from "../../sweep-room.js";
import { candidatesFor } from "../candidates/candidates-for.js";
import { checkpointNamed } from "../facts/named-choice.js";
import type { SweepCandidate, SweepSettings } from "../resolved-sweep.js";
import { articleSweep } from "./article-sweep.js";
import { type CaptionedPicture, captionPrompts } from "./caption-prompts.js";
import { conceptPrompts } from "./concept-prompts.js";
import { defaultsOf } from "./family-defaults.js";
import { type RunFacts, runFacts } from "./run-facts.js";
import { setCaptions } from "./set-captions.js";
import { thinned, withoutTwins } from "./thin-candidates.js";

const MOST_HELD_OUT = 2;

/** The word that calls the LoRA up, as the file itself has learnt it. */
async function triggerOfFile(path: string): Promise<string | null> {
  try {
    return triggerWords((await readSafetensorsHeader(path)).metadata)[0] ?? null;
  } catch {
    return null;
  }
}

interface Found {
  candidates: SweepCandidate[];
  run: RunFacts | null;
  pictures: CaptionedPicture[];
  trigger: string | null;
  drawing: DrawingFacts | null;
}

function settingsOf(
  params: Params<"sweep/propose">,
  { candidates, run, pictures, trigger, drawing }: Found,
): SweepSettings {
  const whole = candidates.filter(({ problem }) => problem === null);
  const used = thinned(withoutTwins(whole.length > 0 ? whole : candidates));
  const last = used.at(-1);
  const family = run?.family ?? last?.family ?? null;
  const { negativePrompt, ...usual } = defaultsOf(family);
  const captions = pictures.map(({ caption }) => caption);
  const heldOut = captionPrompts(pictures, trigger).filter(({ trained }) => !trained);
  const base = run?.base && drawing ? checkpointNamed(run.base, drawing) : null;
  return {
    ...usual,
    name: run?.name ?? last?.outputName ?? parse(last?.path ?? "sweep").name,
    folder: params.folder ?? run?.folder ?? null,
    run: run?.id ?? null,
    loras: used.map(({ path }) => path),
    strengths: "0.25-1.0(+0.25)",
    textEncoderStrengths: null,
    prompts: [
      ...conceptPrompts(run?.concept ?? null, trigger, { captions, family }),
      ...heldOut.slice(0, MOST_HELD_OUT).map(({ prompt }) => prompt),
    ],
    negativePrompts: [negativePrompt],
    seeds: "1-3",
    trigger,
    checkpoint: base?.title ?? null,
    vae: null,
    clipSkip: run?.clipSkip ?? null,
    axes: [],
    varySeeds: [],
    keepRandom: false,
    batchSize: null,
    webuis: [],
    rehearsal: params.rehearsal ?? (used.length > 0 && used.every((one) => one.rehearsal)),
    search: "full",
  };
}

/**
 * A sweep that can be drawn as it is, from a run, files, or the latest run of a folder.
 * @throws StudioError "notFound" when there are no LoRA files
 */
export async function proposeSweep(
  room: SweepRoom,
  params: Params<"sweep/propose">,
  askWebui: (rehearsal: boolean) => Promise<DrawingFacts | null>,
): Promise<Result<"sweep/propose">> {
  const { run: runId, candidates } = await candidatesFor(room, { ...params, pictures: params.folder });
  if (candidates.length === 0) {
    throw new StudioError(
      "notFound",
      say("There are no LoRA files to try."),
      say("Train one first, or choose .safetensors files."),
    );
  }
  const run = runId === null ? null : await runFacts(room, runId);
  const folder = params.folder ?? run?.folder ?? null;
  const texts = committedTexts(room.database);
  const pictures = folder === null ? [] : await setCaptions(folder, texts, run?.isTrained ?? null).catch(() => []);
  const whole = candidates.filter(({ problem }) => problem === null);
  const trigger = (await triggerOfFile((whole.at(-1) ?? candidates[0])?.path ?? "")) ?? run?.trigger ?? null;
  const drawing = run?.base ? await askWebui(params.rehearsal ?? run.rehearsal) : null;
  const settings = settingsOf(params, { candidates, run, pictures, trigger, drawing });
  return { settings, candidates, heldOut: captionPrompts(pictures, trigger), article: articleSweep(settings) };
}
