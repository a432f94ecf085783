import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { panel } from "./panels.js";
import { firstModel } from "./tagging.js";

export type Interrogation = Methods["tagging/interrogate"]["result"];

/** The picture that is looked at, as an address of this page, and what the tagger says of it. */
export const onePicture = signal<{
  file: Blob;
  address: string;
  answer: Interrogation | RequestError | null;
} | null>(null);

const LARGEST_BYTES = 20_000_000;

/** A file's bytes as text. */
export async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  // In parts, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return btoa(text);
}

/** Asks the chosen tagger about a picture that was dropped, pasted or picked. */
export async function lookAt(file: Blob): Promise<void> {
  if (onePicture.value) URL.revokeObjectURL(onePicture.value.address);
  const address = URL.createObjectURL(file);
  onePicture.value = { file, address, answer: null };
  panel.value = "onePicture";
  const answer = await ask(file);
  // Another picture may have come meanwhile.
  if (onePicture.value?.address === address) onePicture.value = { file, address, answer };
}

async function ask(file: Blob): Promise<Interrogation | RequestError> {
  if (file.size > LARGEST_BYTES) return new RequestError("pictureTooLarge", `${file.size} bytes`, "");
  const chosen = firstModel.value;
  try {
    return await call("tagging/interrogate", {
      image: { data: await base64(file) },
      ...(chosen ? { model: chosen } : {}),
    });
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
}

const pictureOf = (items: DataTransfer | null): File | null =>
  [...(items?.files ?? [])].find(({ type }) => type.startsWith("image/")) ?? null;

/** A picture pasted or dropped anywhere in the tagging room is looked at. */
export function listenForPictures(): void {
  addEventListener("paste", (event) => {
    const file = room.value === "tagging" ? pictureOf(event.clipboardData) : null;
    if (!file) return;
    event.preventDefault();
    void lookAt(file);
  });
  addEventListener("dragover", (event) => {
    if (room.value === "tagging") event.preventDefault();
  });
  addEventListener("drop", (event) => {
    if (room.value !== "tagging") return;
    // Otherwise the browser would leave the page for the picture.
    event.preventDefault();
    const file = pictureOf(event.dataTransfer);
    if (file) void lookAt(file);
  });
}
