import { expect, test } from "@jest/globals";
import { atelier } from "../support/command.js";
import { studioAddresses } from "../support/studio-address.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startStudio = studioAddresses();

test("a second start gives an address of the studio that runs; each address lets one browser in, once", async () => {
  const home = await newFolder();
  const first = await startStudio(home);

  const { code, stdout } = await atelier(home, ["serve"]);
  const second = String(/http:\S+/.exec(stdout)?.[0]);
  const entered = await fetch(second, { redirect: "manual" });
  const cookie = String(entered.headers.get("set-cookie"));
  const again = await fetch(second, { redirect: "manual" });
  const page = await fetch(new URL(second).origin, { headers: { cookie: cookie.split(";")[0] ?? "" } });

  expect(code).toBe(0);
  expect(new URL(second).port).toBe(new URL(first).port);
  expect(entered.status).toBe(303);
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  expect(again.status).toBe(401);
  expect(page.status).toBe(200);
});

test("a port that another program has is named, with what to do", async () => {
  const address = await startStudio(await newFolder());

  const { code, stderr } = await atelier(await newFolder(), ["serve", "--port", new URL(address).port]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/EADDRINUSE[\s\S]*--port/);
});
