import { computed } from "@preact/signals";
import { folder, room } from "./address.js";
import { plan } from "./plan.js";
import { hasSweepDetails } from "./sweep.js";
import { run } from "./training.js";

/** Whether the right pane has something to say. */
export const hasDetails = computed(() => {
  if (room.value === "projects") return false;
  if (room.value === "planning") return folder.value !== null || plan.value !== null;
  if (room.value === "training") return run.value !== null;
  if (room.value === "sweep") return hasSweepDetails.value;
  return folder.value !== null;
});
