import { once } from "node:events";
import { afterEach } from "@jest/globals";
import { CancellationTokenSource, createMessageConnection } from "vscode-jsonrpc/node";
import { WebSocket } from "ws";
import { SocketReader, SocketWriter } from "../../sidecar/server/socket-transport.js";

const open: WebSocket[] = [];
afterEach(() => {
  for (const socket of open.splice(0)) socket.terminate();
});

/** A JSON-RPC client over a real WebSocket that keeps what it was told of jobs. */
export async function connect(port: number, token: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`, {
    headers: { ...headers, "x-atelier-token": token },
  });
  open.push(socket);
  await once(socket, "open");
  const connection = createMessageConnection(new SocketReader(socket), new SocketWriter(socket));
  const changes: { jobId: number; revision: number }[] = [];
  connection.onNotification("job/changed", (change: { jobId: number; revision: number }) => void changes.push(change));
  const news: { room: string; folders: string[]; who: string }[] = [];
  connection.onNotification("studio/changed", (change: (typeof news)[number]) => void news.push(change));
  const progress: { token: string; value: { kind: string } }[] = [];
  connection.onNotification("$/progress", (news: (typeof progress)[number]) => void progress.push(news));
  connection.listen();
  const call = async (method: string, params: unknown): Promise<Record<string, unknown>> =>
    Object(await connection.sendRequest(method, params));
  /** The request is cancelled while it is being worked on. */
  const callCancelled = (method: string, params: unknown): Promise<unknown> => {
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(method, params, source.token);
    setTimeout(() => source.cancel(), 5);
    return answer;
  };
  return { call, callCancelled, progress, changes, news, close: () => socket.terminate() };
}
