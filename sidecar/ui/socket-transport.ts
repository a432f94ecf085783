import { AbstractMessageReader, AbstractMessageWriter, type DataCallback, type Message } from "vscode-jsonrpc/browser";

/** JSON-RPC messages from a browser's WebSocket, one text frame each. */
export class SocketReader extends AbstractMessageReader {
  private readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    super();
    this.socket = socket;
  }

  listen(callback: DataCallback): { dispose(): void } {
    this.socket.addEventListener("message", ({ data }) => callback(JSON.parse(String(data))));
    this.socket.addEventListener("close", () => this.fireClose());
    return { dispose: () => {} };
  }
}

export class SocketWriter extends AbstractMessageWriter {
  private readonly socket: WebSocket;

  constructor(socket: WebSocket) {
    super();
    this.socket = socket;
  }

  async write(message: Message): Promise<void> {
    this.socket.send(JSON.stringify(message));
  }

  end(): void {}
}
