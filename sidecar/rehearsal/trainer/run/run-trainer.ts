import { join } from "node:path";
import { scriptFamily } from "../model/script-family.js";
import { inTrain, PythonError, tracebackText } from "../screen/traceback.js";
import { prepareData } from "./prepare-data.js";
import { prepareModel } from "./prepare-model.js";
import { type Session, scriptName, sleep } from "./session.js";
import { train } from "./train.js";

function tellTokenizer({ settings, log }: Session): void {
  log.info("strategy_sd.py:26", settings.flag("v2") ? "Using v2 tokenizer" : "Using v1 tokenizer");
  const cache = settings.text("tokenizer_cache_dir");
  if (cache !== null) {
    log.info("strategy_base.py:61", `load tokenizer from cache: ${join(cache, "openai_clip-vit-large-patch14")}`);
  }
}

async function phases(session: Session): Promise<void> {
  const { options, settings, script } = session;
  await sleep(options.startSeconds * 0.3);
  tellTokenizer(session);
  const datasets = await prepareData(session);
  if (!datasets) return;
  const family = scriptFamily(scriptName(script), settings.flag("v2"));
  const optimizer = await prepareModel(session, family, datasets);
  await sleep(options.startSeconds * 0.1);
  await train(session, family, datasets, optimizer);
}

/** The traceback first, the bar after it, and what waits for stdout: the order in which Python ends. */
function tellEnd(session: Session, error: PythonError): void {
  const { streams, script, bar } = session;
  streams.err(tracebackText(error, script));
  bar?.close();
  streams.flush();
}

const interrupted = (training: boolean): PythonError =>
  new PythonError(
    "KeyboardInterrupt",
    "",
    training
      ? [
          ...inTrain(1427, "loss = self.process_batch("),
          [
            "SCRIPT",
            397,
            "process_batch",
            'latents = self.encode_images_to_latents(args, vae, batch["images"].to(accelerator.device, dtype=vae_dtype))',
          ],
          ["site/torch/nn/modules/conv.py", 549, "_conv_forward", "return F.conv2d("],
        ]
      : [["SCRIPT", 1913, "<module>", "trainer.train(args)"]],
  );

/** SIGINT ends it with a traceback and by the same signal, so that the parent sees -2; SIGTERM is left alone: it dies at once. */
function heedInterrupt(session: Session): void {
  const onInterrupt = (): void => {
    if (session.deaf) return;
    tellEnd(session, interrupted(session.bar !== null));
    process.off("SIGINT", onInterrupt);
    process.kill(process.pid, "SIGINT");
  };
  process.on("SIGINT", onInterrupt);
}

/** A whole run; the exit code. */
export async function runTrainer(session: Session): Promise<number> {
  heedInterrupt(session);
  try {
    await phases(session);
  } catch (error) {
    if (!(error instanceof PythonError)) throw error;
    tellEnd(session, error);
    return 1;
  }
  session.streams.flush();
  return 0;
}
