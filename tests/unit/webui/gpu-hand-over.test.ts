import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { openSettings } from "../../../sidecar/host/settings/settings.js";
import { StudioError } from "../../../sidecar/host/studio-error.js";
import { openDatabase } from "../../../sidecar/store/database.js";
import { createGpuHandOver } from "../../../sidecar/webui/gpu-hand-over.js";
import type { WebuiLink } from "../../../sidecar/webui/webui-link.js";
import { createWebuiLinks } from "../../../sidecar/webui/webui-links.js";
import { noDrawing } from "../../support/no-drawing.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

/** A WebUI that writes down what is asked of it; `release` decides when and how it gives its memory. */
function webui(id: string, release: () => Promise<boolean> = async () => true) {
  const asked: string[] = [];
  const link: WebuiLink = {
    id,
    kind: "tab",
    title: id,
    isHere: true,
    facts: async () => ({ name: null, version: null, loraFolder: null }),
    isDrawing: async () => false,
    releaseMemory: async () => {
      asked.push("release");
      return release();
    },
    restoreMemory: async () => void asked.push("restore"),
    refreshLoras: async () => {},
    ...noDrawing,
  };
  return { link, asked };
}

async function house(folder: string) {
  const database = openDatabase(folder);
  const settings = openSettings(folder);
  const links = createWebuiLinks(settings, {});
  const handOver = createGpuHandOver(database, links, { settings });
  return {
    database,
    links,
    handOver,
    close: () => {
      handOver.close();
      database.close();
    },
  };
}

test("a checkpoint is taken before and put back after, and what is owed is known meanwhile", async () => {
  const { links, handOver, close } = await house(await newFolder());
  const { link, asked } = webui("a");
  links.attach(link);

  expect(handOver.hold()).toBe("waiting");
  await sleep(0);
  expect(handOver.hold()).toBe("ready");
  expect([asked, handOver.state().lent]).toEqual([["release"], ["a"]]);
  handOver.letGo();
  await sleep(0);
  handOver.letGo();
  expect([asked, handOver.state().lent]).toEqual([["release", "restore"], []]);
  close();
});

test("a picture that is being drawn is waited for, unless the user does not want it", async () => {
  const { links, handOver, close } = await house(await newFolder());
  let drawn = (): void => {};
  const { link } = webui("a", () => new Promise((resolve) => (drawn = () => resolve(true))));
  links.attach(link);

  handOver.hold();
  await sleep(5);
  expect(handOver.hold()).toBe("waiting");
  expect(handOver.state().waiting).toEqual(["a"]);
  handOver.enable(false);
  expect(handOver.hold()).toBe("ready");
  handOver.enable(true);
  drawn();
  await sleep(0);
  expect(handOver.hold()).toBe("ready");
  close();
});

test("after a crash the next program puts back what is owed, when the WebUI is there", async () => {
  const folder = await newFolder();
  const first = await house(folder);
  first.links.attach(webui("a").link);
  first.handOver.hold();
  await sleep(0);
  // No letGo: it was killed.
  first.database.close();
  const second = await house(folder);
  const { link, asked } = webui("a");

  second.handOver.letGo();
  expect(second.handOver.state().lent).toEqual(["a"]);
  second.links.attach(link);
  await sleep(0);
  expect([asked, second.handOver.state().lent]).toEqual([["restore"], []]);
  second.close();
});

test("one that comes back while something trains is asked again; one that comes after is left alone", async () => {
  const { links, handOver, close } = await house(await newFolder());
  const [before, again, later] = [webui("a"), webui("a"), webui("b")];
  const detach = links.attach(before.link);
  handOver.hold();
  await sleep(0);
  detach();
  links.attach(again.link);
  await sleep(0);
  expect(again.asked).toEqual(["release"]);
  handOver.letGo();
  await sleep(0);
  links.attach(later.link);
  await sleep(0);
  expect([again.asked, later.asked]).toEqual([["release", "restore"], []]);
  close();
});

test("nothing is owed where nothing was loaded, or where it failed; a failure is told and holds nobody up", async () => {
  const { links, handOver, close } = await house(await newFolder());
  links.attach(webui("empty", async () => false).link);
  links.attach(
    webui("broken", async () => {
      throw new StudioError("internal", "CUDA error", "Look at its console.");
    }).link,
  );
  links.attach(
    webui("off", async () => {
      throw new StudioError("offline", "Nobody answers.", "Start it.");
    }).link,
  );
  handOver.hold();
  await sleep(0);

  expect(handOver.hold()).toBe("ready");
  const { lent, problems } = handOver.state();
  expect([lent, Object.keys(problems)]).toEqual([[], ["broken"]]);
  expect(problems.broken?.message).toBe("CUDA error");
  close();
});

test("a WebUI of another machine keeps its memory", async () => {
  const { links, handOver, close } = await house(await newFolder());
  const { link, asked } = webui("a");
  links.attach({ ...link, isHere: false });

  expect(handOver.hold()).toBe("ready");
  await sleep(0);
  expect(asked).toEqual([]);
  close();
});
