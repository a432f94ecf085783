import { StudioError } from "../host/studio-error.js";
import { type SentenceValue, say } from "../words/sentence.js";

/** What `POST /sdapi/v1/txt2img` tells of its pictures. */
export interface Txt2imgAnswer {
  pictures: readonly { bytes: Buffer; seed: number; infotext: string }[];
  modelHash: string | null;
  modelName: string | null;
  /** When the WebUI began it; its state has the same while nothing else is drawn. */
  jobTimestamp: string | null;
}

const odd = (what: SentenceValue): StudioError =>
  new StudioError(
    "webuiFailed",
    say("The WebUI's answer has {what}.", { what }),
    say("Is it a WebUI, and of a version that is known?"),
  );

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

function infoOf(written: unknown): object {
  if (typeof written !== "string") throw odd(say("no info"));
  try {
    return Object(JSON.parse(written));
  } catch {
    throw odd(say("an info that is no JSON"));
  }
}

/**
 * @param asked how many pictures, and further fields by their API names: one that the WebUI does not know it leaves out
 * silently, and its echo of the request lacks it @throws StudioError "webuiFailed"
 */
export function readTxt2imgAnswer(
  json: unknown,
  asked: { pictures: number; fields: readonly string[] },
): Txt2imgAnswer {
  const { images, parameters, info: written } = Object(json);
  const unknown = asked.fields.filter((name) => typeof parameters === "object" && !(name in Object(parameters)));
  if (unknown.length > 0) {
    const hint = say("Its version does not have it: leave this axis out, or draw with another WebUI.");
    throw new StudioError(
      "webuiFailed",
      say("This WebUI does not know {unknown}.", { unknown: unknown.join(", ") }),
      hint,
    );
  }
  const info = Object(infoOf(written));
  // With a grid before them, pictures begin later.
  const first = Number.isSafeInteger(info.index_of_first_image) ? Number(info.index_of_first_image) : 0;
  const found: unknown[] = Array.isArray(images) ? images.slice(first, first + asked.pictures) : [];
  if (found.length < asked.pictures)
    throw odd(say("{found} pictures instead of {asked}", { found: found.length, asked: asked.pictures }));
  return {
    pictures: found.map((image, index) => {
      const seed = Object(info.all_seeds)[index];
      const infotext = Object(info.infotexts)[first + index];
      if (typeof image !== "string" || !Number.isSafeInteger(seed)) throw odd(say("a picture without a seed"));
      return {
        bytes: Buffer.from(image.replace(/^data:[^,]*,/, ""), "base64"),
        seed: Number(seed),
        infotext: text(infotext) ?? "",
      };
    }),
    modelHash: text(info.sd_model_hash),
    modelName: text(info.sd_model_name),
    jobTimestamp: text(info.job_timestamp),
  };
}
