import { errorOf, hintOf, reasonOf, StudioError } from "../host/studio-error.js";
import type { StudioMachines } from "../machines/machines-of.js";
import { say } from "../words/sentence.js";
import { type Finding, finding } from "./finding.js";

/** The queue by which other machines are given work, and where they come in. None is no fault. */
export async function machinesFinding(machines: StudioMachines): Promise<Finding> {
  const { server } = machines;
  if (server === null)
    return finding("machines", true, say("this machine works alone; a Redis or PostgreSQL would let others join"));
  try {
    const facts = await machines.queueFacts();
    const { version, policy } = facts ?? { version: "?", policy: null };
    if (policy !== null && policy !== "noeviction")
      return finding(
        "machines",
        false,
        say("{server} throws away what it is given when its memory is full (maxmemory-policy {policy})", {
          server,
          policy,
        }),
        say("Set maxmemory-policy noeviction in redis.conf."),
      );
    const trouble = machines.trouble();
    if (trouble) return finding("machines", false, reasonOf(errorOf(trouble)), hintOf(errorOf(trouble)));
    const open = machines.opened();
    const known = { server, version };
    return finding(
      "machines",
      true,
      open === null
        ? say("{server} answers (version {version}); machines come in while the studio runs", known)
        : say("{server} answers (version {version}), and machines come in at {address}", {
            ...known,
            address: open.address,
          }),
    );
  } catch (error) {
    // An address that is wrong says so itself.
    if (error instanceof StudioError) return finding("machines", false, reasonOf(error), hintOf(error));
    return finding(
      "machines",
      false,
      say("{server} does not answer: {reason}", { server, reason: reasonOf(error) }),
      say("Start it, or look whether this machine may reach it and whether the password is right."),
    );
  }
}
