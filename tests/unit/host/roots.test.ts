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

  expect(await roots.open(root)).toBe(root);
  expect(await roots.permitNew(join(root, "new", "folder"))).toBe(join(root, "new", "folder"));
  for (const path of [base, secret, join(root, "link"), join(base, "absent"), join(root, "absent"), "relative"]) {
    await expect(roots.open(path)).rejects.toMatchObject({ code: "outsideRoots" });
  }
  await expect(roots.permitNew(join(secret, "new"))).rejects.toMatchObject({ code: "outsideRoots" });
});

test.each(["//server/share", "\\\\server\\share", "/pictures/NUL", "/pictures/com1.png", "/a\0b", "C:pictures"])(
  "%j is never opened",
  async (path) => {
    await expect(localRoots().open(path)).rejects.toMatchObject({ code: "outsideRoots" });
  },
);

test("no path climbs out of a root by its parts", () => {
  const part = fc.constantFrom("..", ".", "a", "..a", "b c", "...");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const path = join("/root", ...parts);
      return isInside("/root", path) === (path === "/root" || path === "/root/" || path.startsWith("/root/"));
    }),
  );
});
