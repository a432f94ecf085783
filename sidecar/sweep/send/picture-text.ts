import { isPng, readParameters } from "../../webui/png-parameters.js";
import { readUserComment } from "./read-user-comment.js";

/** The infotext that a WebUI wrote into a picture file (PNG, JPEG, WebP, AVIF); null for none, and for what is no picture. */
export async function pictureText(bytes: Buffer): Promise<string | null> {
  if (isPng(bytes)) return readParameters(bytes);
  // Loaded when it is needed: the program starts without it.
  const { default: sharp } = await import("sharp");
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => null);
  return metadata?.exif ? readUserComment(metadata.exif) : null;
}
