import type { Arguments } from "../plan.js";
import { type Draft, setKey } from "./kohya-draft.js";
import { trainerDefault } from "./trainer-defaults.js";

/**
 * Noise fields with the kind of offset that lets them count: since v25 the GUI gives only those of one kind. v24 gives both,
 * so that the kind does no harm there.
 */
export function writeNoise(draft: Draft, wanted: Arguments): void {
  const number = (name: string): number => (typeof wanted[name] === "number" ? wanted[name] : 0);
  const isMultires = number("multires_noise_iterations") !== 0;
  setKey(draft, "noise_offset_type", isMultires ? "Multires" : "Original");
  setKey(draft, "noise_offset", number("noise_offset"));
  setKey(draft, "noise_offset_random_strength", wanted.noise_offset_random_strength === true);
  setKey(draft, "adaptive_noise_scale", number("adaptive_noise_scale"));
  setKey(draft, "multires_noise_iterations", number("multires_noise_iterations"));
  const discount = wanted.multires_noise_discount ?? trainerDefault("multires_noise_discount", "sd15");
  setKey(draft, "multires_noise_discount", typeof discount === "number" ? discount : 0);
}
