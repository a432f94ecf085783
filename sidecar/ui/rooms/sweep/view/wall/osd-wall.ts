import type OpenSeadragon from "openseadragon";
import { wallBitmaps } from "./wall-bitmaps.js";
import { drawPart, type WallContent } from "./wall-tiles.js";

export interface OpenWall {
  viewer: OpenSeadragon.Viewer;
  /** Shows these cells; what is there already stays in sight until the new is drawn. */
  show(content: WallContent): void;
  /** Shows a wall of this size as a whole, with room for labels beside it. */
  showAll(size: { width: number; height: number }, edges: { left: number; top: number }): void;
  /** Pans to a point that is out of sight. */
  reveal(x: number, y: number): void;
  zoomBy(factor: number): void;
  close(): void;
}

/** Side of a tile in pixels: a canvas of it takes 1 MB. */
const TILE = 512;
/** Tiles in memory besides those in sight. */
const KEPT_TILES = 40;
/** A cell's width in the wall's finest pixels: larger pictures are seen whole in the large view. */
const FINEST = 1024;
/** Pictures that came are drawn together. */
const REDRAW_MS = 400;
/** As everywhere on the page, nothing moves longer. */
const MOTION_SECONDS = 0.15;

const viewerOptions = (isStill: boolean): OpenSeadragon.Options => ({
  drawer: "canvas",
  showNavigationControl: false,
  keyboardNavEnabled: false,
  silenceMultiImageWarnings: true,
  preserveViewport: true,
  animationTime: isStill ? 0 : MOTION_SECONDS,
  blendTime: 0,
  immediateRender: true,
  maxZoomPixelRatio: 4,
  minZoomImageRatio: 0.3,
  visibilityRatio: 0.2,
  maxImageCacheCount: KEPT_TILES,
  gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: false, flickEnabled: false },
});

type Library = typeof OpenSeadragon;

/** A source whose tiles are drawn here, from pictures that are loaded once whatever the zoom. */
function tileSource(
  library: Library,
  content: WallContent,
  draw: typeof drawPart,
  bitmaps: ReturnType<typeof wallBitmaps>,
) {
  const [width, height] = [Math.ceil(content.width * FINEST), Math.ceil(content.height * FINEST)];
  const source = new library.TileSource({ width, height, tileSize: TILE, tileOverlap: 0, minLevel: 0, ready: true });
  const name = crypto.randomUUID();
  source.getTileUrl = (level, x, y) => `wall:${name}/${level}/${x}/${y}`;
  source.hasTransparency = () => true;
  source.downloadTileStart = (job) => {
    const { level, x, y } = job.tile;
    const scale = FINEST * source.getLevelScale(level);
    const [left, top] = [(x * TILE) / scale, (y * TILE) / scale];
    const part = {
      left,
      top,
      width: Math.min(TILE / scale, content.width - left),
      height: Math.min(TILE / scale, content.height - top),
      scale,
    };
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.ceil(part.width * scale));
    canvas.height = Math.max(1, Math.ceil(part.height * scale));
    const context = canvas.getContext("2d");
    if (!context) return job.fail("This browser has no canvas.", null);
    draw(context, content, part, bitmaps);
    bitmaps.pump();
    job.finish(context, null, "context2d");
  };
  source.downloadTileAbort = () => {};
  return source;
}

/**
 * Opens an empty wall in an element. The library is loaded only now.
 * @param onPending told how many pictures are on their way, whenever the wall was drawn
 */
export async function openWall(
  element: HTMLElement,
  isStill: boolean,
  onPending: (pictures: number) => void,
): Promise<OpenWall> {
  const { default: library } = await import("openseadragon");
  const viewer = new library.Viewer({ element, ...viewerOptions(isStill) });
  let content: WallContent | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const bitmaps = wallBitmaps(() => {
    timer ??= setTimeout(redraw, REDRAW_MS);
  });

  /** The new drawing lies over the old one until all of it is there. */
  function redraw(): void {
    clearTimeout(timer);
    timer = undefined;
    if (content === null || viewer.isDestroyed()) return;
    bitmaps.forgetWishes();
    const before = Array.from({ length: viewer.world.getItemCount() }, (_, at) => viewer.world.getItemAt(at));
    viewer.addTiledImage({
      tileSource: tileSource(library, content, drawPart, bitmaps),
      x: 0,
      y: 0,
      width: content.width,
      success: (event) => {
        const { item } = Object(event);
        item.whenFullyLoaded(() => {
          for (const old of before) if (viewer.world.getIndexOfItem(old) >= 0) viewer.world.removeItem(old);
          onPending(bitmaps.pending());
        });
      },
    });
  }

  return {
    viewer,
    show(next) {
      content = next;
      redraw();
    },
    showAll({ width, height }, edges) {
      const { x, y } = viewer.viewport.getContainerSize();
      const pixels = Math.min((x - edges.left) / width, (y - edges.top) / height) * 0.99;
      const bounds = new library.Rect(-edges.left / pixels, -edges.top / pixels, x / pixels, y / pixels);
      viewer.viewport.fitBounds(bounds, true);
    },
    reveal(x, y) {
      const point = new library.Point(x, y);
      if (!viewer.viewport.getBounds().containsPoint(point)) viewer.viewport.panTo(point, isStill);
    },
    zoomBy(factor) {
      viewer.viewport.zoomBy(factor);
      viewer.viewport.applyConstraints();
    },
    close() {
      clearTimeout(timer);
      bitmaps.close();
      viewer.destroy();
    },
  };
}
