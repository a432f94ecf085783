import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message } from "vscode-jsonrpc/node";
import type { WebSocket } from "ws";
import { reportError } from "../host/studio-error.js";

/** JSON-RPC messages from a WebSocket, one text frame each. */
export class SocketReader extends AbstractMessageReader {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    super();
    this.#socket = socket;
  }

  listen(callback: DataCallback): { dispose(): void } {
    const onMessage = (data: unknown, isBinary: boolean): void => {
      if (isBinary) {
        this.fireError(new Error("a binary frame; expected JSON text"));
        return;
      }
      try {
        callback(JSON.parse(String(data)));
      } catch (error) {
        this.fireError(new Error(`a frame that is not JSON: ${reportError(error).message}`));
      }
    };
    const onClose = (): void => this.fireClose();
    this.#socket.on("message", onMessage);
    this.#socket.on("close", onClose);
    return {
      dispose: () => {
        this.#socket.off("message", onMessage);
        this.#socket.off("close", onClose);
      },
    };
  }
}

export class SocketWriter extends AbstractMessageWriter {
  readonly #socket: WebSocket;

  constructor(socket: WebSocket) {
    super();
    this.#socket = socket;
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      // A page that closed is no error: its jobs go on, and it asks again when it comes back.
      if (this.#socket.readyState !== this.#socket.OPEN) resolve();
      else this.#socket.send(JSON.stringify(message), (error) => (error ? reject(error) : resolve()));
    });
  }

  end(): void {}
}
