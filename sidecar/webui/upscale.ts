import { httpClient } from "../host/http-client.js";
import { reportError, StudioError } from "../host/studio-error.js";
import { type SentenceValue, say } from "../words/sentence.js";

const cannot = (url: string, what: SentenceValue, cause?: unknown): StudioError =>
  new StudioError(
    "downloadFailed",
    say("The WebUI at {url} did not enlarge the picture: {what}.", { url, what }),
    say("Start the WebUI with --api, check its address and the upscaler's name, or enlarge with Lanczos."),
    cause,
  );

/**
 * Enlarges PNGs with a WebUI's upscaler (`POST /sdapi/v1/extra-single-image`).
 * @param upscaler `url` as the WebUI prints it; `name` as its Extras tab lists it @throws StudioError "downloadFailed"
 */
export function upscaleWith(
  { url, name }: { url: string; name: string },
  signal: AbortSignal,
): (png: Buffer, factor: number) => Promise<Buffer> {
  return async (png, factor) => {
    const { request } = await httpClient();
    try {
      const { statusCode, body } = await request(new URL("/sdapi/v1/extra-single-image", url), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          image: png.toString("base64"),
          resize_mode: 0,
          upscaling_resize: factor,
          upscaler_1: name,
        }),
        signal,
        // A large picture takes a slow card a while.
        headersTimeout: 600_000,
      });
      const answer: unknown = await body.json();
      const { image, detail } = Object(answer);
      if (statusCode !== 200)
        throw cannot(url, typeof detail === "string" ? detail : say("status {statusCode}", { statusCode }));
      if (typeof image !== "string" || image === "") throw cannot(url, say("it sent no picture"));
      return Buffer.from(image.replace(/^data:[^,]*,/, ""), "base64");
    } catch (error) {
      if (error instanceof StudioError || signal.aborted) throw error;
      throw cannot(url, reportError(error).message, error);
    }
  };
}
