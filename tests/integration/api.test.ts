import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { drawPictures } from "../support/pictures.js";
import { sidecars } from "../support/sidecar.js";
import { temporaryFolders } from "../support/temporary-folder.js";

const newFolder = temporaryFolders();
const start = sidecars();

async function api() {
  const { port, token } = await start(await newFolder());
  const request = async (path: string, options: RequestInit = {}) => {
    const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { redirect: "manual", ...options });
    const text = await answer.text();
    const isJson = answer.headers.get("content-type")?.startsWith("application/json") ?? false;
    return { status: answer.status, body: Object(isJson ? JSON.parse(text) : { text }), headers: answer.headers };
  };
  const authorization = `Bearer ${token}`;
  const post = (method: string, body: unknown, headers: Record<string, string> = {}) =>
    request(`lora-atelier/api/${method}`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return { request, post, authorization };
}

test("a script calls methods as the page does, waits for a job and reads what it made", async () => {
  const { post } = await api();
  const folder = await newFolder();
  await drawPictures(folder, 3);

  const scan = await post("dataset/scan", { folder });
  const { jobId } = (await post("tagging/start", { folder })).body;
  let state = (await post("job/wait", { jobId, revision: 0 })).body;
  while (state.state === "running") state = (await post("job/wait", { jobId, revision: state.revision })).body;
  const report = await post("tagging/report", { jobId });
  const others = [
    await post("dataset/resizeReport", { jobId }),
    await post("dataset/cutoutReport", { jobId }),
    await post("tagging/report", { jobId: 99 }),
  ];
  const ended = await post("job/wait", { jobId, revision: state.revision, seconds: 50 });

  expect([scan.status, scan.body.images.length]).toEqual([200, 3]);
  expect(state).toMatchObject({ state: "done", done: 3 });
  expect(report.body.counts).toMatchObject({ written: 3 });
  expect(ended.body).toEqual(state);
  expect(others.map(({ body }) => body.code)).toEqual(["notFound", "notFound", "notFound"]);
});

test("what cannot be done is told with a status, a code and a remedy", async () => {
  const { post, request, authorization } = await api();
  const folder = await newFolder();
  const none = await post("dataset/scan", { folder: join(folder, "none") });
  const answers = [
    none,
    await post("dataset/scan", { folders: [] }),
    await post("dataset/nothing", {}),
    await post("webui/attach", { id: "a", title: "a" }),
    await post("dataset/scan", "{"),
    await post("dataset/scan", "[]"),
    await post("dataset/scan", { folder }, { "content-type": "text/plain" }),
    await request("lora-atelier/api/dataset/scan", { headers: { authorization } }),
    // Who may be anybody is shown only what was named, as on the socket.
    await post("dataset/scan", { folder }, { "x-atelier-exposed": "1" }),
  ];

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [404, "notFound"],
    [400, "badArguments"],
    [404, "unknownMethod"],
    [404, "unknownMethod"],
    [400, "badArguments"],
    [400, "badArguments"],
    [415, "badArguments"],
    [405, "unknownMethod"],
    [403, "outsideRoots"],
  ]);
  for (const { body } of answers)
    expect([body.message, body.hint]).toEqual([expect.any(String), expect.stringMatching(/\w/)]);
  expect(none.body.message).toContain(join(folder, "none"));
});

test("a request that is refused for two reasons ends nothing", async () => {
  const { post } = await api();
  const request = { folder: "/elsewhere/pictures", models: [{ model: "/elsewhere/tagger" }] };

  expect((await post("tagging/start", request, { "x-atelier-exposed": "1" })).body.code).toBe("outsideRoots");
  expect((await post("job/list", {})).status).toBe(200);
});

test("without the token and from foreign pages it is closed", async () => {
  const { post, request } = await api();
  const closed = [
    await request("api/openapi.json"),
    await request("lora-atelier/api/openapi.json"),
    await post("job/list", {}, { authorization: "Bearer guess" }),
    await post("job/list", {}, { origin: "http://evil.example" }),
    await post("job/list", {}, { origin: "null" }),
  ];

  expect(closed.map(({ status }) => status)).toEqual([401, 401, 401, 403, 403]);
  expect(closed[0]?.headers.get("www-authenticate")).toBe("Bearer");
  expect(closed[0]?.body).toMatchObject({ code: "notAllowed", hint: expect.stringContaining("endpoint.json") });
});

test("it describes itself, for programs and for people", async () => {
  const { request, authorization } = await api();
  const headers = { authorization };
  const document = await request("lora-atelier/api/openapi.json", { headers });
  const page = await request("lora-atelier/api/", { headers });
  const bare = await request("lora-atelier/api", { headers });
  const inJapanese = [
    await request("api/", { headers: { ...headers, "accept-language": "ja,en;q=0.5" } }),
    await request("api/?lang=ja", { headers }),
  ];

  expect(document.body.paths["/sweep/start"].post.operationId).toBe("sweep_start");
  expect(page.headers.get("content-type")).toContain("text/html");
  expect(page.body.text).toContain("POST sweep/start");
  for (const { body } of inJapanese) expect(body.text).toContain('<html lang="ja">');
  expect([bare.status, bare.headers.get("location")]).toEqual([308, "api/"]);
});
