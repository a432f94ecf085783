import { escapeHtml, scriptJson } from "./escape-html.js";

export interface DeepZoomFacts {
  title: string;
  language: "en" | "ja";
  /** A sentence; "" where real pictures are shown. */
  rehearsal: string;
  width: number;
  height: number;
  tile: { size: number; overlap: number };
}

/** A page that shows the tiles beside it, opened from a disk without a server: it asks for nothing but pictures. */
export function deepZoomPage({ title, language, rehearsal, width, height, tile }: DeepZoomFacts): string {
  const source = {
    Image: {
      xmlns: "http://schemas.microsoft.com/deepzoom/2008",
      Url: "sheet_files/",
      Format: "jpeg",
      Overlap: String(tile.overlap),
      TileSize: String(tile.size),
      Size: { Width: String(width), Height: String(height) },
    },
  };
  // WebGL refuses pictures that come from a disk.
  const options = {
    id: "sheet",
    tileSources: source,
    drawer: "canvas",
    crossOriginPolicy: false,
    showNavigator: true,
    navigatorPosition: "BOTTOM_RIGHT",
    navigatorAutoFade: true,
    showNavigationControl: false,
    maxZoomPixelRatio: 4,
    animationTime: 0.4,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
  };
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
  html, body { height: 100%; margin: 0; background: #14161c; color: #f0f2f6; font-family: system-ui, sans-serif; }
  body { display: flex; flex-direction: column; }
  p { margin: 0; padding: 6px 12px; background: #7c3a06; }
  #sheet { flex: 1; min-height: 0; }
</style>
${rehearsal === "" ? "" : `<p role="note">${escapeHtml(rehearsal)}</p>`}
<div id="sheet" role="application" aria-label="${escapeHtml(title)}"></div>
<script src="openseadragon.min.js"></script>
<script>OpenSeadragon(${scriptJson(options)});</script>
</html>
`;
}
