/** What decodes is read with the first picture: most commands look at none. */
const opened = async (path: string) => (await import("./decode.js")).openPicture(path);

/** Width and height in pixels as the picture is seen (EXIF), from its header. @throws Error for an unreadable one */
export async function pictureSize(path: string): Promise<[number, number]> {
  const { autoOrient, width, height } = await (await opened(path)).metadata();
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
  const { width, height, orientation = 1 } = await (await opened(path)).metadata();
  return { size: [width, height], orientation };
}
