import { existsSync } from "node:fs";
import type { IncomingHttpHeaders } from "node:http";
import { extname, join } from "node:path";
import { type Request, Router } from "express";
import { previewName } from "../dataset/cutout/previews.js";
import { keepUpload } from "../dataset/import/uploads.js";
import { imageSuffixes } from "../dataset/scan.js";
import { asBrowserImage, thumbnail } from "../dataset/thumbnail.js";
import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import { isReportFile, reportsFolder } from "../journey/report/report-file.js";
import { isPictureContent, picturePath } from "../sweep/draw/picture-files.js";
import { isSheetPreview, sheetPreviews } from "../sweep/export/sheet/preview.js";
import type { DrawnUploads } from "../webui/drawn-uploads.js";
import { say } from "../words/sentence.js";

export interface FileRoutes {
  rootsFor(headers: IncomingHttpHeaders): Roots;
  /** Folder of the thumbnail cache. */
  cache: string;
  /** Folder of the state, where uploads wait. */
  stateFolder: string;
  /** Where pictures wait that a WebUI has drawn. */
  drawn: DrawnUploads;
  /** Folder of the previews of cut-outs. */
  previews: string;
}

// The sizes the page asks for; others would fill the cache with near copies.
const SIZES = [128, 256, 512, 1024];

// A PNG of 8192×8192 that nothing could be saved on.
const MOST_DRAWN_BYTES = 256 * 2 ** 20;

async function imagePath(request: Request, roots: Roots): Promise<string> {
  const { path } = request.query;
  if (typeof path !== "string")
    throw new StudioError("badArguments", say("path is missing."), say("Expected ?path=FILE."));
  if (!imageSuffixes.has(extname(path).toLowerCase())) {
    throw new StudioError(
      "badArguments",
      say("{path} is not a picture.", { path }),
      say("Expected the path of a picture."),
    );
  }
  return roots.resolve(path);
}

/** With a version in the address the answer never changes; without one the browser asks again each time. */
const cacheControl = (request: Request): string =>
  typeof request.query.version === "string" ? "private, max-age=31536000, immutable" : "private, no-cache";

/** `GET /cutout-preview?key=`, `GET /sweep-picture?picture=&size=`, `GET /sweep-sheet?picture=`, `GET /report?file=`, `GET /thumbnail?path=&size=&version=` and `GET /image?path=&version=`, of pictures inside open roots; `POST /upload?name=`. */
export function fileRouter({ rootsFor, cache, previews, stateFolder, drawn }: FileRoutes): Router {
  const router = Router();
  router.get("/thumbnail", async (request, response) => {
    const wanted = Number(request.query.size ?? 256);
    const size = SIZES.find((known) => known >= wanted) ?? 1024;
    const made = await thumbnail(await imagePath(request, rootsFor(request.headers)), {
      size,
      cache,
      isWanted: () => !response.destroyed,
    });
    const etag = `"${made.key}"`;
    response.set({ ETag: etag, "Cache-Control": cacheControl(request) }).type("webp");
    if (request.headers["if-none-match"] === etag) response.status(304).end();
    else response.send(made.bytes);
  });
  router.get("/image", async (request, response) => {
    const path = await imagePath(request, rootsFor(request.headers));
    const converted = await asBrowserImage(path, { size: null, cache, isWanted: () => !response.destroyed });
    response.set("Cache-Control", cacheControl(request));
    if (converted) response.type("webp").send(converted);
    else response.sendFile(path, { cacheControl: false, dotfiles: "allow" });
  });
  // Named by its content: whoever knows that has seen the sweep, and the answer never changes.
  router.get("/sweep-picture", async (request, response) => {
    const { picture, size } = request.query;
    if (typeof picture !== "string" || !isPictureContent(picture)) {
      throw new StudioError("badArguments", say("picture is missing."), say("Expected ?picture= of sweep/cells."));
    }
    const path = picturePath(stateFolder, picture);
    if (!existsSync(path))
      throw new StudioError(
        "notFound",
        say("There is no picture {picture}.", { picture }),
        say("Draw the cell again."),
      );
    response.set({ ETag: `"${picture}-${size ?? ""}"`, "Cache-Control": "private, max-age=31536000, immutable" });
    if (size === undefined) response.sendFile(path, { cacheControl: false, etag: false, dotfiles: "allow" });
    else {
      const longest = SIZES.find((known) => known >= Number(size)) ?? 1024;
      const made = await thumbnail(path, { size: longest, cache, isWanted: () => !response.destroyed });
      response.type("webp").send(made.bytes);
    }
  });
  // Its key follows from all that it shows, and is told only to who asked for it.
  router.get("/cutout-preview", (request, response) => {
    const { key } = request.query;
    if (typeof key !== "string" || !previewName.test(key)) {
      throw new StudioError("badArguments", say("key is missing."), say("Expected ?key= of dataset/cutoutPreview."));
    }
    response.set("Cache-Control", "private, max-age=3600");
    response.sendFile(join(previews, `${key}.png`), { cacheControl: false, dotfiles: "allow" });
  });
  // The same: its key follows from all that is on it.
  router.get("/sweep-sheet", (request, response) => {
    const { picture } = request.query;
    if (typeof picture !== "string" || !isSheetPreview(picture)) {
      throw new StudioError("badArguments", say("picture is missing."), say("Expected ?picture= of sweep/sheet."));
    }
    response.set("Cache-Control", "private, max-age=31536000, immutable");
    response.sendFile(join(sheetPreviews(stateFolder), `${picture}.webp`), { cacheControl: false, dotfiles: "allow" });
  });
  // A page of its own: it runs nothing, and is shown as it will be on another machine.
  router.get("/report", (request, response) => {
    const { file } = request.query;
    if (typeof file !== "string" || !isReportFile(file)) {
      throw new StudioError("badArguments", say("file is missing."), say("Expected ?file= of project/report."));
    }
    if (rootsFor(request.headers).exposed) {
      throw new StudioError(
        "notAllowed",
        say("Reports are made only on the machine itself, or behind a login."),
        say("Open the studio there, or turn the WebUI's login on."),
      );
    }
    response.set({
      "Cache-Control": "private, no-cache",
      "Content-Security-Policy": "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
    });
    response.sendFile(join(reportsFolder(stateFolder), file), { cacheControl: false, dotfiles: "allow" });
  });
  // The header makes a browser ask before another site's page may send anything.
  router.post("/upload", async (request, response) => {
    const { name } = request.query;
    if (typeof name !== "string" || request.headers["x-atelier-upload"] === undefined) {
      throw new StudioError(
        "badArguments",
        say("The file's name is missing."),
        say("Expected ?name= and x-atelier-upload."),
      );
    }
    if (rootsFor(request.headers).exposed) {
      throw new StudioError(
        "notAllowed",
        say("Only the owner may add files."),
        say("Log in, or ask who runs the studio."),
      );
    }
    response.json({ key: await keepUpload(stateFolder, name, request) });
  });
  // From the shim of a WebUI, which then answers with the name.
  router.post("/drawn", async (request, response) => {
    const { picture } = request.query;
    if (typeof picture !== "string" || request.headers["x-atelier-upload"] === undefined) {
      throw new StudioError(
        "badArguments",
        say("The picture's name is missing."),
        say("Expected ?picture= and x-atelier-upload."),
      );
    }
    if (rootsFor(request.headers).exposed) {
      throw new StudioError(
        "notAllowed",
        say("Only the owner may add pictures."),
        say("Log in, or ask who runs the studio."),
      );
    }
    const parts: Buffer[] = [];
    let bytes = 0;
    for await (const part of request) {
      parts.push(Buffer.from(part));
      bytes += part.length;
      if (bytes > MOST_DRAWN_BYTES) {
        throw new StudioError(
          "badArguments",
          say("The picture is larger than {mostDrawnBytes} bytes.", { mostDrawnBytes: MOST_DRAWN_BYTES }),
          say("Draw it smaller."),
        );
      }
    }
    drawn.put(picture, Buffer.concat(parts));
    response.status(204).end();
  });
  return router;
}
