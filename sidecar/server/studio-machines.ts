import { join } from "node:path";
import { machinesOf, type StudioMachines, type StudioMachinesOptions } from "../machines/machines-of.js";
import { attachWebuis } from "../machines/webui/attach-webuis.js";
import { machinesCome } from "../machines/webui/machines-come.js";
import { type AwayRuns, createAwayRuns } from "../training/away/away-runs.js";
import type { WebuiLinks } from "../webui/webui-links.js";

type Given = Pick<StudioMachinesOptions, "database" | "stateFolder" | "settings" | "onRefused">;

/** Other machines as the studio has them: their WebUIs are known like tabs, and they train its runs. */
export function studioMachines(given: Given, webuis: WebuiLinks): { machines: StudioMachines; away: AwayRuns } {
  const machines = machinesOf({
    ...given,
    lookUp: (task) => away.task(task),
    onOpen: (open) => attachWebuis(open, webuis),
  });
  const away = createAwayRuns({
    database: given.database,
    house: () => machines.open(),
    folderOf: (run) => join(given.stateFolder, "runs", String(run)),
  });
  webuis.expect(machinesCome(machines));
  return { machines, away };
}
