import type { WebuiDrawing } from "../../webui/drawing.js";
import type { WebuiLink } from "../../webui/webui-link.js";

/** A WebUI that can be asked to draw. */
export type DrawingLink = WebuiLink & WebuiDrawing;

export const canDraw = (link: WebuiLink): link is DrawingLink => "draw" in link;
