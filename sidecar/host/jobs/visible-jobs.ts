import type { Database } from "../../store/database.js";
import type { Roots } from "../roots.js";
import type { JobEngine } from "./job-engine.js";
import { jobParams } from "./job-store.js";

interface Client {
  database: Database;
  roots: Roots;
}

/**
 * Which jobs a client may follow: on this machine all; where it may be anybody, those over folders inside its roots.
 * A job's folder never changes, so each is looked at once.
 */
export function visibleJobs({ database, roots }: Client) {
  const known = new Map<number, Promise<boolean>>();
  const look = async (jobId: number): Promise<boolean> => {
    const { folder } = Object(jobParams(database, jobId));
    if (typeof folder !== "string") return false;
    return roots.permit(folder).then(
      () => true,
      () => false,
    );
  };
  return async (jobId: number): Promise<boolean> => {
    if (!roots.exposed) return true;
    const answer = known.get(jobId) ?? look(jobId);
    known.set(jobId, answer);
    return answer;
  };
}

/** News of the jobs that a client may follow. */
export function visibleChanges({ engine, ...client }: Client & { engine: JobEngine }): JobEngine["onChange"] {
  if (!client.roots.exposed) return engine.onChange;
  const isVisible = visibleJobs(client);
  return (listener) => engine.onChange((state) => void isVisible(state.jobId).then((yes) => yes && listener(state)));
}
