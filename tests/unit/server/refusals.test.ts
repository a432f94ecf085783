import { expect, test } from "@jest/globals";
import { openSockets } from "../../../sidecar/server/open-sockets.js";
import { refusalLog } from "../../../sidecar/server/refusal-log.js";

test("one client's flood takes no place from another; a place that is left is free again", () => {
  const places = openSockets({ perClient: 2, visitors: 3 });
  const visitor = (client: string) => places.take({ client, visitor: true });

  const first = visitor("a");
  visitor("a");
  expect(visitor("a")).toBeNull();
  expect(visitor("b")).not.toBeNull();
  // All visitors together have three; the owner's are their own, also from the same address.
  expect(visitor("c")).toBeNull();
  expect(places.take({ client: "a", visitor: false })).not.toBeNull();
  first?.();
  expect(visitor("c")).not.toBeNull();
});

test("a flood of refusals is one line at once and one line in ten seconds, with their number", () => {
  const lines: unknown[] = [];
  let now = 0;
  const refused = refusalLog({ info: (line: unknown) => void lines.push(line) }, () => now);

  for (let times = 0; times < 1000; times += 1) refused("noToken", "127.0.0.1");
  refused("foreignHost", "127.0.0.1");
  now = 10_000;
  refused("noToken", "127.0.0.2");

  expect(lines).toEqual([
    { refused: "noToken", from: "127.0.0.1" },
    { refused: "foreignHost", from: "127.0.0.1" },
    { refused: "noToken", from: "127.0.0.2", more: 999 },
  ]);
});
