import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { exposedRoots, isInside, localRoots } from "../../../sidecar/host/roots.js";
import { temporaryFolders } from "../../support/temporary-folder.js";

const newFolder = temporaryFolders();

async function rootWithSecret() {
  const base = await newFolder();
  const [root, secret] = [join(base, "root"), join(base, "secret")];
  for (const folder of [root, secret]) await mkdir(folder);
  await writeFile(join(root, "a.png"), "");
  await writeFile(join(secret, "b.png"), "");
  await symlink(secret, join(root, "link"));
  return { base, root, secret };
}

test("a local client is served files of the folders it opened, not through links out of them", async () => {
  const { root, secret } = await rootWithSecret();
  const roots = localRoots();

  await roots.open(root);

  expect(await roots.resolve(join(root, "a.png"))).toBe(join(root, "a.png"));
  for (const path of [join(secret, "b.png"), join(root, "link", "b.png"), join(root, "..", "secret", "b.png")]) {
    await expect(roots.resolve(path)).rejects.toMatchObject({ code: "outsideRoots" });
  }
});

test("an exposed client has the given folders and learns nothing of others", async () => {
  const { base, root, secret } = await rootWithSecret();
  const roots = exposedRoots([root]);

  expect(await roots.permit(root)).toBe(root);
  expect(await roots.permitNew(join(root, "new", "folder"))).toBe(join(root, "new", "folder"));
  for (const path of [base, secret, join(root, "link"), join(base, "absent"), join(root, "absent"), "relative"]) {
    await expect(roots.open(path)).rejects.toMatchObject({ code: "outsideRoots" });
  }
  await expect(roots.permitNew(join(secret, "new"))).rejects.toMatchObject({ code: "outsideRoots" });
});

test("a folder with a link out of the roots is not opened for an exposed client, with one inside them it is", async () => {
  const { root, secret } = await rootWithSecret();

  await expect(exposedRoots([root]).open(root)).rejects.toMatchObject({ code: "outsideRoots" });
  expect(await exposedRoots([root, secret]).open(root)).toBe(root);
  expect(await localRoots().open(root)).toBe(root);
});

test("nothing is made through a link that leads to nowhere", async () => {
  const { base, root } = await rootWithSecret();
  await symlink(join(base, "not-yet"), join(root, "dangling"));

  await expect(exposedRoots([root]).permitNew(join(root, "dangling", "new"))).rejects.toMatchObject({
    code: "outsideRoots",
  });
});

test.each([
  "//server/share",
  "\\\\server\\share",
  "/pictures/NUL",
  "/pictures/com1.png",
  "/pictures/COM¹",
  "/pictures/nul .txt",
  "/pictures/nul:",
  "/a\0b",
  "C:pictures",
])("%j is never opened", async (path) => {
  await expect(localRoots().open(path)).rejects.toMatchObject({ code: "outsideRoots" });
});

test("no path climbs out of a root by its parts", () => {
  const part = fc.constantFrom("..", ".", "a", "..a", "b c", "...");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const path = join("/root", ...parts);
      return isInside("/root", path) === (path === "/root" || path === "/root/" || path.startsWith("/root/"));
    }),
  );
});
