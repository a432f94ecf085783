import { expect, test } from "@jest/globals";
import { drawingNow } from "../../../sidecar/webui/drawing-now.js";
import { fakeWebui } from "../../support/drawing-link.js";

const calm = new AbortController().signal;

test("who draws on this machine's card: one that is elsewhere, idle or silent does not", async () => {
  const idle = fakeWebui({ id: "idle", loraFolder: null });
  const busy = { ...fakeWebui({ id: "busy", loraFolder: null }), isDrawing: async () => true };
  const gone = { ...fakeWebui({ id: "gone", loraFolder: null }), isDrawing: () => Promise.reject(new Error("gone")) };

  expect(await drawingNow([idle, gone, busy], calm)).toBe("busy");
  expect(await drawingNow([idle, gone, { ...busy, isHere: false }], calm)).toBe(null);
});
