import { once } from "node:events";
import { createServer, request } from "node:http";
import { connect } from "node:net";
import { afterEach } from "@jest/globals";

/** Reverse proxies as people put before a WebUI: they strip a prefix and pass WebSockets on. Ended after each test. */
export function prefixProxies(): (prefix: string, port: number) => Promise<number> {
  const endings: (() => void)[] = [];
  afterEach(() => {
    for (const end of endings.splice(0)) end();
  });
  return async (prefix, port) => {
    const strip = (url = "/"): string => (url.startsWith(prefix) ? url.slice(prefix.length) || "/" : url);
    const server = createServer((incoming, outgoing) => {
      const { method, headers } = incoming;
      const forwarded = request({ host: "127.0.0.1", port, path: strip(incoming.url), method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      forwarded.on("error", () => outgoing.destroy());
      incoming.pipe(forwarded);
    });
    server.on("upgrade", (incoming, socket, head) => {
      const upstream = connect(port, "127.0.0.1", () => {
        const lines = [`${incoming.method} ${strip(incoming.url)} HTTP/1.1`];
        for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
          lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
        }
        upstream.write(`${lines.join("\r\n")}\r\n\r\n`);
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      for (const stream of [upstream, socket]) stream.on("error", () => stream.destroy());
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    endings.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return typeof address === "object" && address ? address.port : 0;
  };
}
