import { realpath } from "node:fs/promises";
import type { StudioChangedParams } from "../../protocol/generated/methods.js";
import type { Roots } from "../host/roots.js";

// What others see when it was done; what runs tells of itself as a job.
const changing: Record<string, string> = {
  captions: "answer edit import move point redo resolve restore return save undo export",
  dataset: "arrange cutoutAccept import importVideo markSubject rename",
  tagging: "apply deletePreset savePreset",
  planning: "deletePreset learnSpeed mapPath remove save savePreset",
  training: `cancelInstall chooseTrainer install publish unpublish queue resultsFolder resume retry sample save schedule series start stop
    toolStart toolStop`,
  sweep:
    "bringBack cancel change forget install pause prune redraw remove rename resume save score start startFromTab unvote vote",
  project: "archive import locate rename",
  journey: "answer queue rehearse resume start stop",
  settings: "set",
  host: "removeCuda",
  webui: "connect disconnect memory",
  machine: "order",
};

const methods = new Set(
  Object.entries(changing).flatMap(([room, verbs]) => verbs.split(/\s+/).map((verb) => `${room}/${verb}`)),
);

/** The folders that a call names; null for one that changed nothing, such as a dry run or a method asked without a wish. */
function foldersChanged(method: string, params: unknown): string[] | null {
  const { folder, into, to, output, dryRun } = Object(params);
  if (!methods.has(method) || dryRun === true || Object.keys(Object(params)).length === 0) return null;
  return [folder, into, to, output].filter((one) => typeof one === "string");
}

/** Who made a change: the object that stands for a connection, and what it calls itself. */
interface Author {
  client?: object;
  name: string;
}

type Listener = (change: StudioChangedParams, client: object | undefined) => void;

export interface ChangeNews {
  /** Something that no call changed, and that only the owner sees. @param room the first part of the methods that tell more */
  tellOf(room: string): void;
  /** After a call has succeeded. */
  tell(call: { method: string; params: unknown }, author: Author): Promise<void>;
  /** Changes that this client may know of; all of them where it is the owner, else those in its roots. */
  listen(roots: Roots, listener: Listener): () => void;
}

/** Tells all clients what one of them changed, each change with a number of its own that only rises. */
export function changeNews(): ChangeNews {
  const listeners = new Set<Listener>();
  let revision = 0;
  return {
    tellOf(room) {
      revision += 1;
      for (const listener of listeners) listener({ room, folders: [], revision, who: "studio" }, undefined);
    },
    async tell({ method, params }, { client, name }) {
      const named = foldersChanged(method, params);
      if (named === null) return;
      revision += 1;
      const mine = revision;
      const folders = await Promise.all(named.map((folder) => realpath(folder).catch(() => folder)));
      const room = method.split("/")[0] ?? "";
      for (const listener of listeners) listener({ room, folders, revision: mine, who: name }, client);
    },
    listen(roots, listener) {
      const own: Listener = async (change, client) => {
        if (roots.exposed) {
          const permitted = change.folders.map((folder) => roots.permit(folder).catch(() => null));
          if (change.folders.length === 0 || (await Promise.all(permitted)).includes(null)) return;
        }
        listener(change, client);
      };
      listeners.add(own);
      return () => void listeners.delete(own);
    },
  };
}
