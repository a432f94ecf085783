import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { fromJson, toJson } from "../../../sidecar/machines/plain-data.js";
import { queueAddress, withoutPassword } from "../../../sidecar/machines/queue/queue-address.js";
import { fileMark, folderMark, outputMark, placed } from "../../../sidecar/machines/references.js";
import { announcedAddress, provenAddress } from "../../../sidecar/machines/studio-address.js";
import { mapPath, mappedFolder } from "../../../sidecar/machines/worker/path-map.js";

const hash = "ab".repeat(32);
const reference = { hash, size: 3, name: "file.png", path: "/set/a.png" };
const place = {
  file: async ({ name }: { name: string }) => `/cache/${name}`,
  folder: async (files: ReadonlyMap<string, unknown>) => `/cache/${[...files.keys()].join("+")}`,
  output: (name: string) => `/scratch/${name}`,
};

test("plain values and typed arrays come back as they were sent, bit for bit", () => {
  const arrays = fc.oneof(fc.float32Array(), fc.uint32Array(), fc.uint8Array(), fc.float64Array());
  const values = fc.record({
    text: fc.string(),
    number: fc.integer(),
    none: fc.constant(null),
    list: fc.array(arrays),
  });
  fc.assert(fc.property(values, (value) => expect(fromJson(toJson(value))).toEqual(value)));
});

test.each([
  '{"$bytes":"Function","base64":""}',
  '{"$bytes":"constructor","base64":""}',
  '{"$bytes":"Float32Array","base64":5}',
  '{"$bytes":"Float32Array","base64":"AAA="}',
])("%s is refused", (text) => {
  expect(() => fromJson(text)).toThrow();
});

test("references become paths of the machine, wherever they stand", async () => {
  const packed = {
    image: fileMark(reference),
    models: [folderMark({ "model.onnx": reference })],
    to: outputMark("0-0.png"),
  };

  expect(await placed(packed, place)).toEqual({
    image: "/cache/file.png",
    models: ["/cache/model.onnx"],
    to: "/scratch/0-0.png",
  });
});

test.each([
  ["a name with a way out", fileMark({ ...reference, name: "../../.bashrc" })],
  ["a name of a device", fileMark({ ...reference, name: "con.png" })],
  ["a hash that is a path", fileMark({ ...reference, hash: "../".repeat(10) })],
  ["an output elsewhere", outputMark("../x")],
  ["an output with a backslash", outputMark("..\\x")],
  ["a file of a folder elsewhere", folderMark({ "../x": reference })],
])("%s is refused", async (_title, packed) => {
  await expect(placed({ packed }, place)).rejects.toThrow(TypeError);
});

test("a folder that both machines see is found by both machines' names, and nothing above it", () => {
  const folders = [mappedFolder("D:\\sets=/mnt/sets"), mappedFolder("/home/a/models=/models")];

  expect(mapPath("D:\\sets\\okara\\1.png", folders)).toBe("/mnt/sets/okara/1.png");
  expect(mapPath("/home/a/models/sd.safetensors", folders)).toBe("/models/sd.safetensors");
  expect(mapPath("D:\\sets\\..\\secret.txt", folders)).toBeNull();
  expect(mapPath("D:\\setsandmore\\1.png", folders)).toBeNull();
  expect(mapPath("/home/a/models", folders)).toBeNull();
  expect(() => mappedFolder("no folder")).toThrow("--map expects two folders");
});

test("a studio that does not know the token cannot send machines to another address", () => {
  const announced = announcedAddress("http://studio:7871", "the-token");

  expect(provenAddress(announced, "the-token")).toBe("http://studio:7871");
  expect(provenAddress(announced, "another-token")).toBeNull();
  expect(provenAddress(announced.replace("studio", "thief"), "the-token")).toBeNull();
  expect(provenAddress("{", "the-token")).toBeNull();
  expect(provenAddress(null, "the-token")).toBeNull();
});

test("addresses of Redis: TLS, password, database, name; a password is never shown", () => {
  const { connection, name, shown } = queueAddress("rediss://me:s%40crit@studio:7000/2?name=second");

  expect(connection).toEqual({ host: "studio", port: 7000, db: 2, username: "me", password: "s@crit", tls: {} });
  expect([name, shown]).toEqual(["second", "rediss://studio:7000/2"]);
  for (const wrong of [
    "studio:6379",
    "http://studio",
    "redis://studio/x",
    "redis://studio?name=a:b",
    "redis://:secret@",
    "redis://:se:secret@host:x",
    "redis://:p/secret@host",
    ":secret@host",
    "postgres://me:secret@host/db?name=a;b",
    "mysql://me:secret@host/db",
  ]) {
    expect(() => queueAddress(wrong)).toThrow("Expected the address of a Redis");
    expect(() => queueAddress(wrong)).not.toThrow("secret");
  }
  for (const text of ["redis://:pa:secret@host", "redis://:p@secret@host", "redis://me:100%secret@host/0"]) {
    expect(queueAddress(text).connection).toMatchObject({ password: expect.stringContaining("secret") });
    expect(withoutPassword(text)).not.toContain("secret");
  }
});

test("addresses of PostgreSQL: what libpq knows goes on to it, the name does not; a password is never shown", () => {
  const address = queueAddress("postgresql://me:s%40crit@studio/site?sslmode=require&name=second");

  expect(address).toEqual({
    program: "PostgreSQL",
    connection: "postgresql://me:s%40crit@studio/site?sslmode=require",
    name: "second",
    shown: "postgres://studio:5432/site",
  });
  expect(queueAddress("postgres://me@[::1]:6000/").shown).toBe("postgres://[::1]:6000/");
  expect(withoutPassword("postgres://me:secret@host/db")).not.toContain("secret");
});
