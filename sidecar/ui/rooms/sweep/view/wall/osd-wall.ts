import type OpenSeadragon from "openseadragon";
import type { SweepCell } from "../../../../state/sweep.js";
import { insideCell, pyramidOf } from "./wall-places.js";

/** A cell's picture and its corner, in widths of a cell. */
export interface PlacedCell {
  cell: SweepCell & { picture: string };
  left: number;
  top: number;
}

export interface OpenWall {
  viewer: OpenSeadragon.Viewer;
  /** Shows these cells: what is there already stays, what changed its picture or place is put anew. */
  show(placed: readonly PlacedCell[], shape: number): void;
  close(): void;
}

/** Pictures that stay in memory besides those in sight: a decoded small one takes up to 1 MB. */
const KEPT_PICTURES = 120;
const DOWNLOADS = 8;
/** As everywhere on the page, nothing moves longer. */
const MOTION_SECONDS = 0.15;

/** Opens an empty wall in an element. The library is loaded only now. */
export async function openWall(element: HTMLElement, isStill: boolean): Promise<OpenWall> {
  const { default: library } = await import("openseadragon");
  const viewer = new library.Viewer({
    element,
    drawer: "canvas",
    showNavigationControl: false,
    keyboardNavEnabled: false,
    silenceMultiImageWarnings: true,
    animationTime: isStill ? 0 : MOTION_SECONDS,
    blendTime: 0,
    immediateRender: true,
    maxZoomPixelRatio: 8,
    minZoomImageRatio: 0.5,
    visibilityRatio: 0.2,
    preserveViewport: true,
    maxImageCacheCount: KEPT_PICTURES,
    imageLoaderLimit: DOWNLOADS,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: false, flickEnabled: false },
  });
  let shown = new Map<number, { key: string; item: OpenSeadragon.TiledImage | null }>();
  const keyOf = ({ cell, left, top }: PlacedCell): string => `${cell.picture} ${left} ${top}`;
  const put = (placed: PlacedCell, shape: number): void => {
    const { cell } = placed;
    const inside = insideCell(cell, shape);
    const entry: { key: string; item: OpenSeadragon.TiledImage | null } = { key: keyOf(placed), item: null };
    shown.set(cell.index, entry);
    viewer.addTiledImage({
      tileSource: pyramidOf(cell),
      x: placed.left + inside.left,
      y: placed.top + inside.top,
      width: inside.width,
      success: (event) => {
        const { item } = Object(event);
        // Gone again while it was being opened.
        if (shown.get(cell.index) !== entry) viewer.world.removeItem(item);
        else entry.item = item;
      },
    });
  };
  return {
    viewer,
    show(placed, shape) {
      const wanted = new Map(placed.map((one) => [one.cell.index, one]));
      for (const [index, { key, item }] of [...shown]) {
        const still = wanted.get(index);
        if (still && keyOf(still) === key) wanted.delete(index);
        else {
          shown.delete(index);
          if (item) viewer.world.removeItem(item);
        }
      }
      for (const one of wanted.values()) put(one, shape);
    },
    close() {
      shown = new Map();
      viewer.destroy();
    },
  };
}
