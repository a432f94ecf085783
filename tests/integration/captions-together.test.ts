import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "@jest/globals";
import { program } from "../support/command.js";
import { drawPictures } from "../support/pictures.js";
import { sidecars } from "../support/sidecar.js";
import { connect } from "../support/socket-client.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const startSidecar = sidecars();

test("two pages on one folder lose no edit: the later one is told what the caption reads now", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 1);
  await writeFile(join(folder, "1.txt"), "a, b");
  const { port, token } = await startSidecar(await newFolder());
  const pages = await Promise.all([connect(port, token), connect(port, token)]);
  for (const { call } of pages) await call("initialize", { protocol: 1, client: "page" });
  const write = (page: number, caption: string, before: string) =>
    pages[page]?.call("captions/edit", { folder, names: ["1.png"], before, edits: [{ kind: "set", caption }] });

  await write(0, "a, b, mine", "a, b");
  await expect(write(1, "a, b, theirs", "a, b")).rejects.toThrow(/changed meanwhile.*a, b, mine/);
  await write(1, "a, b, mine, theirs", "a, b, mine");
  await pages[0]?.call("captions/following", { folder, wait: true });

  expect(await readFile(join(folder, "1.txt"), "utf8")).toBe("a, b, mine, theirs");
});

test("a change that is not the one that was shown any more is not done", async () => {
  const folder = await newFolder();
  await drawPictures(folder, 2);
  await writeFile(join(folder, "1.txt"), "a, b");
  const { port, token } = await startSidecar(await newFolder());
  const { call } = await connect(port, token);
  await call("initialize", { protocol: 1, client: "page" });
  const edits = [{ kind: "remove", tags: ["b"] }];
  const shown = await call("captions/edit", { folder, edits, dryRun: true });
  await writeFile(join(folder, "2.txt"), "b, c");

  await expect(call("captions/edit", { folder, edits, expect: shown.digest })).rejects.toThrow(/not those any more/);
  expect(await readFile(join(folder, "1.txt"), "utf8")).toBe("a, b");
  const again = await call("captions/edit", { folder, edits, dryRun: true });
  await call("captions/edit", { folder, edits, expect: again.digest });
  await call("captions/following", { folder, wait: true });
  expect(await readFile(join(folder, "2.txt"), "utf8")).toBe("c");
});

test("killed in the middle of an edit of many files, it is whole after the next start", async () => {
  const count = 2000;
  const [folder, home] = [await newFolder(), await newFolder()];
  for (let index = 0; index < count; index += 1) {
    // What is edited is the caption; the picture is only listed.
    await writeFile(join(folder, `${index}.png`), "");
    await writeFile(join(folder, `${index}.txt`), `a, b, ${index}`);
  }
  const child = spawn(process.execPath, [program, "captions", "remove", folder, "--tags", "b"], {
    env: { ...process.env, ATELIER_HOME: home },
    stdio: "ignore",
  });
  const exited = once(child, "exit");
  const changed = async (): Promise<number> => {
    const texts = await Promise.all(
      Array.from({ length: count }, (_, index) => readFile(join(folder, `${index}.txt`), "utf8")),
    );
    return texts.filter((text, index) => text === `a, ${index}`).length;
  };
  // One file is looked at, so that the blow falls while the others are being written.
  const first = join(folder, "0.txt");
  while ((await readFile(first, "utf8")) === "a, b, 0" && child.exitCode === null) await wait(1);
  child.kill("SIGKILL");
  await exited;

  const { port, token } = await startSidecar(home);
  const { call } = await connect(port, token);
  await call("initialize", { protocol: 1, client: "page" });
  const following = await call("captions/following", { folder });
  const { steps } = await call("captions/history", { folder });

  // The page says which: it is whole.
  expect(following).toMatchObject({ pending: 0, finished: [{ name: "Remove: b", undone: false }] });
  expect(steps).toMatchObject([{ name: "Remove: b", files: count, undone: false }]);
  expect(await changed()).toBe(count);
});
