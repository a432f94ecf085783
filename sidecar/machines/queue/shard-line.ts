import type { WorkerRole } from "../../host/jobs/job-kind.js";

/** Of a line of its own each: the studio decides which machine gets what. */
export const shardLine = (role: WorkerRole, machine: string): string => `${role}-${machine}`;
