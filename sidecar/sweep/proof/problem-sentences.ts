import type { ProofCode } from "./cell-proof.js";

interface Sentences {
  message: string;
  remedy: string;
}

const again = "They were drawn twice; look at one, then draw them again.";

/** What can be wrong with a cell: the proof's codes, and what the WebUI's requests fail with. */
const sentences: Readonly<
  Record<ProofCode | "notProvable" | "skippedInWebui" | "offline" | "webuiFailed" | "unreadableImage", Sentences>
> = {
  missingLora: {
    message: "Drawn without the LoRA: the WebUI did not put it into the model.",
    remedy: "Its console says why: often the LoRA is for another kind of base model. Then draw these again.",
  },
  wrongHash: {
    message: "Drawn with other weights than the file's: the WebUI names another hash.",
    remedy: "Does another file of that name lie among its LoRA files? Take it away and draw these again.",
  },
  staleLora: {
    message: "Drawn with another checkpoint of this sweep.",
    remedy: "Restart the WebUI, then draw these again.",
  },
  loraInControl: {
    message: "A control was drawn with a LoRA of this sweep.",
    remedy: "Does the WebUI, or an extension of it, add a LoRA to every prompt? Switch that off.",
  },
  sameAsControl: {
    message: "The same picture as without the LoRA, although the WebUI says that it was used.",
    remedy: "The LoRA fits another kind of base model, or has learnt nothing at all.",
  },
  sameAsStrength: {
    message: "The same picture as at another strength.",
    remedy: "The WebUI kept the LoRA from before: restart it, then draw these again.",
  },
  interrupted: { message: "Interrupted in the WebUI: half made.", remedy: "Draw these again." },
  blank: {
    message: "One colour: the model gave no numbers.",
    remedy: "At this strength the LoRA breaks the model; with every strength, try --no-half-vae or another VAE.",
  },
  noInfotext: {
    message: "Without the text that tells how it was drawn.",
    remedy: "Switch on that the WebUI writes its text into pictures (Settings, Saving images).",
  },
  wrongSize: { message: "Of another size than asked for.", remedy: again },
  wrongSeed: { message: "Drawn with another seed than asked for.", remedy: again },
  wrongModel: {
    message: "Drawn with another base checkpoint than asked for.",
    remedy: "Does the WebUI have the checkpoint? It takes another one without a word.",
  },
  notProvable: {
    message:
      "Not proven: this WebUI writes no LoRA hashes. The pictures differ from their controls, so a LoRA was used.",
    remedy: "Switch on that it adds LoRA hashes to its texts (Settings, Extra Networks).",
  },
  skippedInWebui: {
    message: "Left out: somebody pressed Skip in the WebUI while they were drawn.",
    remedy: "Draw these again if they are wanted.",
  },
  offline: {
    message: "The WebUI was lost each time while it drew.",
    remedy: "Look at its console, then draw these again.",
  },
  webuiFailed: { message: "The WebUI could not draw it.", remedy: "Its console says more. Then draw these again." },
  unreadableImage: { message: "What the WebUI sent is no whole picture.", remedy: again },
};

const isKnown = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code);

/** In English, for commands and scripts; the page words codes itself. @param detail the WebUI's own words */
export function problemSentences(code: string, detail: string | null): Sentences {
  const { message, remedy } = isKnown(code) ? sentences[code] : sentences.webuiFailed;
  return { message: detail === null ? message : `${message} ${detail}`, remedy };
}
