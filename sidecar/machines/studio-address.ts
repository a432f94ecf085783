import { createHmac } from "node:crypto";
import { equalSecrets } from "../host/secret.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

/** Key under which a studio tells its machines where it listens. */
export const STUDIO_KEY = "studio";

// Redis may be anybody's: without this, whoever writes there would be sent the token.
const proofOf = (url: string, token: string): string => createHmac("sha256", token).update(url).digest("hex");

/** Where machines reach the studio, with a proof that it knows the token. */
export const announcedAddress = (url: string, token: string): string =>
  JSON.stringify({ url, proof: proofOf(url, token) });

/** @throws StudioError "badArguments" for an address that machines could not call */
export function requireWebAddress(text: string): void {
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) return;
  throw new StudioError(
    "badArguments",
    say('Expected the address that machines call; found "{text}".', { text }),
    say("For example http://192.168.1.10:7871, or https://… where a proxy is in front of it."),
  );
}

/** @returns null for what no studio with this token wrote */
export function provenAddress(text: string | null, token: string): string | null {
  try {
    const { url, proof } = Object(JSON.parse(text ?? "null"));
    if (typeof url !== "string" || !/^https?:\/\//.test(url)) return null;
    return equalSecrets(String(proof), proofOf(url, token)) ? url : null;
  } catch {
    return null;
  }
}
