import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { reportError, StudioError, systemCode } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

const program = (): string => process.env.ATELIER_FFMPEG || "ffmpeg";

const noFfmpeg = (thrown: unknown): StudioError =>
  new StudioError(
    "notFound",
    say("Frames of a video need ffmpeg, which was not found."),
    say("Install ffmpeg so that the command `ffmpeg` works, or set ATELIER_FFMPEG to its program."),
    thrown,
  );

export interface FrameChoice {
  /** Seconds between two frames. */
  every: number;
  /** At most so many. */
  most: number;
}

/**
 * Frames of a video as PNG files in a folder, in their order.
 * @param onFrame told the number of frames so far @throws StudioError "notFound" | "unreadableImage"
 */
export async function videoFrames(
  video: string,
  folder: string,
  { every, most, signal, onFrame }: FrameChoice & { signal: AbortSignal; onFrame: (frames: number) => void },
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const run = execa(
    program(),
    [
      ...["-hide_banner", "-nostdin", "-loglevel", "error", "-progress", "pipe:1"],
      ...["-i", video, "-map", "0:v:0", "-vf", `fps=1/${every}`, "-frames:v", String(most)],
      join(folder, "%06d.png"),
    ],
    { cancelSignal: signal, stdin: "ignore" },
  );
  run.stdout.on("data", (data: Buffer) => {
    const frames = /frame=\s*(\d+)/.exec(data.toString())?.[1];
    if (frames !== undefined) onFrame(Number(frames));
  });
  try {
    await run;
  } catch (error) {
    signal.throwIfAborted();
    if (systemCode(error) === "ENOENT" || systemCode(Object(error).cause) === "ENOENT") throw noFfmpeg(error);
    const { stderr } = Object(error);
    const words = typeof stderr === "string" && stderr.trim() !== "" ? stderr.trim() : reportError(error).message;
    throw new StudioError(
      "unreadableImage",
      say("{video}: {words}", { video, words }),
      say("Play it in a video player to see whether it is whole."),
    );
  }
  return (await readdir(folder)).filter((name) => name.endsWith(".png")).sort();
}
