import type { Scene } from "../scene.js";
import { backdrop } from "./backdrop.js";
import { body, clothesColours, wavingArm } from "./clothes.js";
import { faceColours, features, head } from "./face.js";
import { backHair, fringeShadow, frontHair, hairColours, hairFromBehind, headMarks, twintails } from "./hair.js";

/** What the figure is drawn in: a picture of another shape sees more at its sides. */
export const SHEET = { width: 600, height: 900 };

/** The scene as an SVG document of `width` × `height` pixels. */
export function figureSvg(scene: Scene, width: number, height: number): string {
  const { pose, fromBehind } = scene;
  const place = `translate(${300 + pose.right * SHEET.width} ${450 + pose.down * SHEET.height}) scale(${pose.scale}) translate(-300 -450)`;
  const tilted = `rotate(${pose.tilt} 300 470)`;
  const front = fromBehind ? hairFromBehind(scene) : fringeShadow(scene) + features(scene) + frontHair(scene);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${SHEET.width} ${SHEET.height}" preserveAspectRatio="xMidYMid meet" overflow="visible">
    <defs>${faceColours(scene)}${hairColours(scene)}${clothesColours(scene)}</defs>${backdrop(scene)}
    <g transform="${place}"><g transform="${tilted}">${fromBehind ? "" : backHair(scene) + twintails(scene)}</g>
      ${body(scene)}${wavingArm(scene)}
      <g transform="${tilted}">${fromBehind ? backHair(scene) + twintails(scene) : ""}${head(scene)}${front}${headMarks(scene)}</g></g></svg>`;
}
