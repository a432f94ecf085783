import { StudioError } from "../../host/studio-error.js";

const example = 'For instance: skirt AND NOT untagged, or (tag:"blue hair" OR tags:>20) score(smile):<0.5';

/** @param at index of the character where something else was expected */
export const badFilter = (at: number, expected: string, found: string): StudioError =>
  new StudioError("badFilter", `Character ${at + 1} of the filter: expected ${expected}; found ${found}.`, example);
