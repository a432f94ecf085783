import type { Result } from "../../../../protocol/validate.js";
import type { DrawingFacts } from "../../../webui/drawing.js";
import { axisCatalogue } from "./axis-catalogue.js";

/** Every axis with what the WebUI offers. @param drawing null: no WebUI answers */
export const wireAxes = (drawing: DrawingFacts | null): Result<"sweep/axes"> => ({
  axes: axisCatalogue.map(({ id, title, kind, changeWeight, note, choices }) => {
    const offered = choices(drawing);
    return { id, title, values: kind, choices: offered && [...offered], changeWeight, note };
  }),
  // The sampler that its page has is not told by any WebUI's API.
  defaults: { checkpoint: drawing?.checkpoint ?? null, sampler: null },
});
