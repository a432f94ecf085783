import { RequestError } from "../rpc.js";

const lost = (address: string): RequestError => new RequestError("pictureGone", address.slice(0, 200), "");

/** The bytes that stand in a `data:` address; our page asks for nothing but what its own server has. */
function inAddress(address: string): Blob {
  const [, type = "image/png", base64 = ""] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(address) ?? [];
  return new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], { type });
}

/** A picture without a name of its own. */
export const pictureFile = (blob: Blob): File =>
  blob instanceof File ? blob : new File([blob], `picture.${blob.type.split("/")[1] ?? "png"}`, { type: blob.type });

/** As it reads in an address; what is no UTF-8 stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Gradio writes `file=` and the path; our own pages the path in the query. */
function nameIn(address: string, blob: Blob): string {
  const { pathname, searchParams } = new URL(address, location.href);
  const path = searchParams.get("path") ?? decoded(pathname);
  const last = path.split(/[\\/=]/).at(-1) ?? "";
  return /\.(png|jpe?g|webp|avif)$/i.test(last) ? last : `picture.${blob.type.split("/")[1] ?? "png"}`;
}

/** The file of a picture that this address, or the WebUI's page, shows. @throws RequestError "pictureGone" */
export async function fetchPicture(address: string): Promise<File> {
  if (address.startsWith("data:")) return pictureFile(inAddress(address));
  if (new URL(address, location.href).origin !== location.origin) throw lost(address);
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) throw lost(address);
  const blob = await answer.blob();
  return new File([blob], nameIn(address, blob), { type: blob.type });
}
