import { useEffect, useRef, useState } from "preact/hooks";
import { type OpenWall, openWall } from "./osd-wall.js";
import type { WallScale } from "./WallLabels.js";

/** Opens the library's viewer in an element, and follows where it stands. @param onPoint a click, in widths of a cell */
export function useWallViewer(onPoint: (x: number, y: number, isTwice: boolean) => void) {
  const element = useRef<HTMLDivElement>(null);
  const [wall, setWall] = useState<OpenWall | null>(null);
  const [scale, setScale] = useState<WallScale | null>(null);
  const [pending, setPending] = useState(0);
  const point = useRef(onPoint);
  point.current = onPoint;
  useEffect(() => {
    let opened: OpenWall | null = null;
    let isWanted = true;
    const open = async (): Promise<void> => {
      if (!element.current) return;
      const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
      const made = await openWall(element.current, isStill, setPending);
      if (!isWanted) return made.close();
      opened = made;
      const { viewer } = made;
      const { viewport } = viewer;
      viewer.addHandler("update-viewport", () => {
        const bounds = viewport.getBounds(true);
        const { x, y } = viewport.getContainerSize();
        const pixels = x / bounds.width;
        setScale({ left: -bounds.x * pixels, top: -bounds.y * pixels, scale: pixels, width: x, height: y });
      });
      viewer.addHandler("canvas-click", ({ quick, position }) => {
        const at = viewport.pointFromPixel(position);
        if (quick) point.current(at.x, at.y, false);
      });
      viewer.addHandler("canvas-double-click", ({ position }) => {
        const at = viewport.pointFromPixel(position);
        point.current(at.x, at.y, true);
      });
      setWall(made);
    };
    void open();
    return () => {
      isWanted = false;
      opened?.close();
    };
  }, []);
  return { element, wall, scale, pending };
}
