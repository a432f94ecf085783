/** Loads sharp only when a picture is there to be read: a studio that nobody uses should cost nothing. */
async function headerOf(path: string) {
  const { openPicture } = await import("./decode.js");
  return (await openPicture(path)).metadata();
}

/** Width and height in pixels as the picture is seen (EXIF), from its header. @throws Error for an unreadable one */
export async function pictureSize(path: string): Promise<[number, number]> {
  const { autoOrient, width, height } = await headerOf(path);
  return [autoOrient?.width ?? width, autoOrient?.height ?? height];
}

export interface StoredShape {
  /** Width and height in pixels as they are stored: the trainer does not turn pictures by EXIF. */
  size: [width: number, height: number];
  /** EXIF, 1–8: how the stored picture is to be turned to stand upright; 1 when nothing is said. */
  orientation: number;
}

/** @throws Error for an unreadable picture */
export async function storedShape(path: string): Promise<StoredShape> {
  const { width, height, orientation = 1 } = await headerOf(path);
  return { size: [width, height], orientation };
}
