import type { Result } from "../../../protocol/validate.js";
import type { Database } from "../../store/database.js";
import { inEnglish, say } from "../../words/sentence.js";
import type { JobEngine } from "../jobs/job-engine.js";
import { createJob, getJob, setJobState, unfinishedJob } from "../jobs/job-store.js";
import type { Roots } from "../roots.js";
import { StudioError } from "../studio-error.js";
import { cudaInstallJob } from "./cuda-job.js";
import { cudaMachine } from "./cuda-machine.js";
import { type CudaHindrance, cudaOffer, installedBytes } from "./cuda-offer.js";
import { removeCuda } from "./install-cuda.js";

interface Room {
  database: Database;
  engine: JobEngine;
  roots: Roots;
  stateFolder: string;
}

const errorOf = ({ code, message, hint }: CudaHindrance): StudioError => new StudioError(code, message, hint);

/** The methods for the libraries with which onnxruntime uses an NVIDIA card under Linux. */
export function cudaMethods({ database, engine, roots, stateFolder }: Room) {
  const requireOwner = (): void => {
    if (!roots.exposed) return;
    throw new StudioError(
      "notAllowed",
      say("What works on this machine is told only to its owner."),
      say("Log in, or ask who runs the studio."),
    );
  };
  const runningJob = (): number | null => {
    const job = unfinishedJob(database, "cudaInstall", {});
    return job !== null && getJob(database, job).state === "running" ? job : null;
  };
  return {
    async "host/cuda"(): Promise<Result<"host/cuda">> {
      requireOwner();
      const offer = await cudaOffer(stateFolder, await cudaMachine());
      const { state, download, disk, free, card, missing, hindrance, folder } = offer;
      const jobId = runningJob();
      const said = hindrance && { message: hindrance.message, hint: hindrance.hint };
      return {
        state,
        // A card without its libraries, and nothing in the way: what a page has to offer.
        offered: state !== "installed" && hindrance === null,
        download,
        disk,
        free,
        installed: installedBytes(),
        missing,
        packages: offer.packages.map(({ name, version, bytes }) => ({ name, version, bytes })),
        folder,
        ...(card === null ? {} : { card }),
        ...(jobId === null ? {} : { jobId }),
        ...(hindrance && said
          ? { problem: { message: inEnglish(hindrance.message), hint: inEnglish(hindrance.hint), said } }
          : {}),
      };
    },
    async "host/installCuda"(): Promise<Result<"host/installCuda">> {
      requireOwner();
      const running = runningJob();
      if (running === null) {
        const { hindrance } = await cudaOffer(stateFolder, await cudaMachine());
        if (hindrance) throw errorOf(hindrance);
      }
      const jobId = running ?? createJob(database, "cudaInstall", {}, await cudaInstallJob({ stateFolder }).plan({}));
      if (running === null) setJobState(database, jobId, "running");
      // Also one that runs: a crash may have left it so, and starting twice is starting once.
      engine.start(jobId);
      return { jobId };
    },
    async "host/removeCuda"(): Promise<Result<"host/removeCuda">> {
      requireOwner();
      if (runningJob() !== null) {
        throw new StudioError(
          "busy",
          say("The libraries are being installed."),
          say("Cancel that job first (`jobs cancel`)."),
        );
      }
      const { state } = await cudaOffer(stateFolder, await cudaMachine());
      await removeCuda(stateFolder);
      return { removed: state !== "absent" };
    },
  };
}
