import { openPicture } from "./decode.js";

/** Width and height in pixels as the picture is seen (EXIF), from its header. @throws Error for an unreadable one */
export async function pictureSize(path: string): Promise<[number, number]> {
  const { autoOrient, width, height } = await (await openPicture(path)).metadata();
  return [autoOrient?.width ?? width, autoOrient?.height ?? height];
}

/** Width and height in pixels as they are stored: the trainer does not turn pictures by EXIF. @throws as above */
export async function storedSize(path: string): Promise<[number, number]> {
  const { width, height } = await (await openPicture(path)).metadata();
  return [width, height];
}
