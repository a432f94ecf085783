import type { AxisDefinition } from "./axis-definition.js";
import { choiceAxis, field, option } from "./define-axis.js";
import { readOrders } from "./order-axis.js";
import { readReplacements } from "./replace-axis.js";

const NO_FACE = "None";

/** Axes of the prompt, and of what is done to the finished picture. */
export const promptAxes: readonly AxisDefinition[] = [
  {
    id: "replace",
    title: "Prompt S/R",
    kind: "replace",
    changeWeight: -6,
    note: "replace",
    choices: () => null,
    read: readReplacements,
  },
  {
    id: "order",
    title: "Prompt order",
    kind: "order",
    changeWeight: -6,
    note: "order",
    choices: () => null,
    read: readOrders,
  },
  choiceAxis({
    id: "styles",
    title: "Styles",
    changeWeight: -5,
    choices: ({ styles }) => styles,
    change: (request, text) => ({
      ...request,
      styles: text === "None" ? request.styles : [...request.styles, ...text.split(",").map((style) => style.trim())],
    }),
  }),
  choiceAxis({
    id: "faceRestore",
    title: "Face restore",
    changeWeight: 1,
    choices: ({ faceRestorers }) => (faceRestorers.length === 0 ? null : [NO_FACE, ...faceRestorers]),
    change: (request, text) =>
      text === NO_FACE
        ? field("restore_faces")(request, false)
        : option("face_restoration_model")(field("restore_faces")(request, true), text),
  }),
];
