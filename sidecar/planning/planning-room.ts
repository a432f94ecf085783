import { storedShapes } from "../dataset/picture-sizes.js";
import type { Roots } from "../host/roots.js";
import { committedTexts } from "../store/committed-text.js";
import type { Database } from "../store/database.js";
import { pathMappings } from "../store/path-mappings.js";
import type { Looking } from "./gather/data-facts.js";
import { localPaths } from "./gather/local-paths.js";

/** What the planning room's methods work with. */
export interface PlanningRoom {
  database: Database;
  roots: Roots;
}

// One for all connections: a picture's size is read once while its file stays as it is.
const shapesOf = storedShapes();

/** How folders and captions are looked at now. */
export function lookingFor({ database, roots }: PlanningRoom): Looking {
  return {
    paths: localPaths(roots, pathMappings(database)),
    shapesOf,
    texts: committedTexts(database),
  };
}
