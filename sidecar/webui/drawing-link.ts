import type { WebuiDrawing } from "./drawing.js";
import type { WebuiLink } from "./webui-link.js";

/** A WebUI that can be asked to draw. */
export type DrawingLink = WebuiLink & WebuiDrawing;

export const canDraw = (link: WebuiLink): link is DrawingLink => "draw" in link;
