import { createEmbeddedEngine, runnable } from "../../../sidecar/host/jobs/embedded-engine.js";
import { describeJobEngine } from "../../support/job-engine-contract.js";

describeJobEngine("embedded engine", (database, kinds) =>
  createEmbeddedEngine(
    database,
    kinds.map((kind) => runnable(database, kind)),
  ),
);
