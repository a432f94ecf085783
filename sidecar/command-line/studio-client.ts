import { createMessageConnection } from "vscode-jsonrpc/node";
import { WebSocket } from "ws";
import { type MethodName, type Params, protocolVersion, type Result } from "../../protocol/validate.js";
import { localRoots } from "../host/roots.js";
import { stateFolder } from "../host/state-folder.js";
import { reportError, StudioError, storedReport } from "../host/studio-error.js";
import { tokenHeader } from "../server/access.js";
import type { Endpoint } from "../server/endpoint.js";
import { route } from "../server/router.js";
import { SocketReader, SocketWriter } from "../server/socket-transport.js";
import { openStudio } from "../server/studio.js";
import { takeStateLock } from "../store/state-lock.js";
import { type StudioErrorCode, studioErrorCodes } from "../words/error-codes.js";
import { ownOrJoin } from "./own-or-join.js";

/** The methods as a command uses them: in the running sidecar if there is one, else in this process. */
export interface StudioClient {
  /** The studio is this process's own, and ends with it. */
  isOwn: boolean;
  call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>>;
  onJobChange(listener: (jobId: number) => void): void;
  close(): Promise<void>;
}

function remoteError(thrown: unknown): StudioError {
  const { code, message, hint, said } = storedReport({
    message: reportError(thrown).message,
    ...Object(Object(thrown).data),
  });
  const known: StudioErrorCode = studioErrorCodes.find((one) => one === code) ?? "internal";
  return new StudioError(known, said?.message ?? message, said?.hint ?? hint, thrown);
}

export function openSocket({ port, token }: Pick<Endpoint, "port" | "token">): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, { headers: { [tokenHeader]: token } });
  return new Promise((resolve, reject) => {
    socket.once("open", () => resolve(socket));
    socket.once("error", reject);
  });
}

/** Joins the sidecar of an endpoint. @throws when nobody answers there */
export async function joinSidecar(endpoint: Endpoint, parent?: number): Promise<StudioClient> {
  const socket = await openSocket(endpoint);
  const connection = createMessageConnection(new SocketReader(socket), new SocketWriter(socket));
  connection.listen();
  const call = async <M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>> => {
    try {
      return await connection.sendRequest<Result<M>>(method, params);
    } catch (error) {
      throw remoteError(error);
    }
  };
  await call("initialize", {
    protocol: protocolVersion,
    client: "command line",
    ...(parent === undefined ? {} : { parent }),
  });
  return {
    isOwn: false,
    call,
    onJobChange: (listener) =>
      void connection.onNotification("job/changed", (params: unknown) => listener(Number(Object(params).jobId))),
    close: async () => {
      connection.dispose();
      socket.close();
    },
  };
}

async function localStudio(folder: string): Promise<StudioClient | null> {
  const lock = takeStateLock(folder);
  if (!lock) return null;
  const studio = await openStudio(folder, () => {});
  const handlers = studio.handlersFor(localRoots());
  const context = { signal: new AbortController().signal, progress: () => {} };
  return {
    isOwn: true,
    async call<M extends MethodName>(method: M, params: Params<M>): Promise<Result<M>> {
      return route(handlers, method, { params, context });
    },
    onJobChange: (listener) => void studio.engine.onChange(({ jobId }) => listener(jobId)),
    async close() {
      await studio.close();
      lock.release();
    },
  };
}

/** Opens the studio for one command. @throws StudioError "busy" when another command holds the state */
export const openClient = (): Promise<StudioClient> => {
  const folder = stateFolder();
  return ownOrJoin(folder, () => localStudio(folder), joinSidecar);
};
