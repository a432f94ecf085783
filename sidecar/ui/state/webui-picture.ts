import { effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { fetchPicture } from "../webui/fetch-picture.js";
import { type PicturePlace, picturePlace, shownPicture } from "../webui/shown-picture.js";
import { room } from "./address.js";
import { base64, lookAt } from "./one-picture.js";
import { panel } from "./panels.js";
import { openSweepWith } from "./sweep-from-picture.js";
import { offerFiles } from "./transfer.js";

type FromPicture = Methods["sweep/fromPicture"]["result"];

/** A picture that was sent from the WebUI. */
export interface WebuiPicture {
  file: File;
  /** Of this page. */
  address: string;
  /** What it tells of how it was drawn; null until it was read. */
  answer: FromPicture | RequestError | null;
}

/** Null until one was sent; "none" where the WebUI showed no picture. */
export const webuiPicture = signal<WebuiPicture | RequestError | "none" | null>(null);

async function settingsOf(file: File, infotext: string | null): Promise<FromPicture | RequestError> {
  try {
    return await call("sweep/fromPicture", infotext === null ? { data: await base64(file) } : { infotext });
  } catch (error) {
    if (error instanceof RequestError) return error;
    throw error;
  }
}

let taken = 0;

async function take(place: PicturePlace): Promise<void> {
  taken += 1;
  const mine = taken;
  const before = webuiPicture.value;
  if (before !== null && typeof before === "object" && "address" in before) URL.revokeObjectURL(before.address);
  const { address, infotext } = shownPicture(place);
  panel.value = "webuiPicture";
  webuiPicture.value = address === null ? "none" : null;
  if (address === null) return;
  const file = await fetchPicture(address).catch((error: unknown) => {
    if (error instanceof RequestError) return error;
    throw error;
  });
  if (mine !== taken) return;
  if (file instanceof RequestError) {
    webuiPicture.value = file;
    return;
  }
  const shown = { file, address: URL.createObjectURL(file) };
  webuiPicture.value = { ...shown, answer: null };
  const answer = await settingsOf(file, infotext);
  if (mine === taken) webuiPicture.value = { ...shown, answer };
}

export function sweepIt({ settings }: FromPicture): void {
  panel.value = null;
  void openSweepWith(settings);
}

export function tagIt({ file }: WebuiPicture): void {
  room.value = "tagging";
  void lookAt(file);
}

export function addIt({ file }: WebuiPicture): void {
  room.value = "dataset";
  void offerFiles([file]);
}

/** The WebUI's button writes into our address where its picture is. Before the address is followed, which tidies it. */
export function followWebuiPictures(): void {
  const sent = signal<PicturePlace | null>(null);
  const read = (): void => {
    const place = picturePlace(new URLSearchParams(location.hash.slice(1)).get("from"));
    // After the address has been read: what it says of the room comes first.
    if (place !== null) setTimeout(() => (sent.value = place));
  };
  addEventListener("hashchange", read);
  read();
  effect(() => {
    const place = sent.value;
    if (place === null || connectionState.value !== "open") return;
    sent.value = null;
    void untracked(() => take(place));
  });
}
