import type { IncomingMessage } from "node:http";
import { clientHeader } from "./access.js";

/** Where a request comes from: the address that the shim names, for it alone has the token, or that of the connection. */
export const clientOf = ({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): string =>
  String(headers[clientHeader] ?? socket.remoteAddress ?? "unknown");
