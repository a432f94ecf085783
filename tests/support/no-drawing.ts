import type { WebuiDrawing } from "../../sidecar/webui/drawing.js";

const unasked = (): Promise<never> => Promise.reject(new Error("Nothing is drawn here."));

/** For links of tests that draw nothing. */
export const noDrawing: WebuiDrawing = { drawingFacts: unasked, loras: unasked, draw: unasked, interrupt: unasked };
