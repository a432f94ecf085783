import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, request } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect } from "node:net";
import { afterEach } from "@jest/globals";

const certificate = (part: string): Buffer =>
  readFileSync(new URL(`../../../tests/fixtures/tls/localhost-${part}.pem`, import.meta.url));

interface ProxyOptions {
  /** With TLS, by a certificate of tests/fixtures/tls that no browser trusts by itself. */
  secure?: boolean;
  /** False: as nginx without `proxy_set_header Host`, which names the WebUI's own address instead of the visitor's. */
  keepsHost?: boolean;
}

/** Reverse proxies as people put before a WebUI: they strip a prefix and pass WebSockets on. Ended after each test, or when `after` says. */
export function prefixProxies(
  after = afterEach,
): (prefix: string, port: number, options?: ProxyOptions) => Promise<number> {
  const endings: (() => void)[] = [];
  after(() => {
    for (const end of endings.splice(0)) end();
  });
  return async (prefix, port, { secure = false, keepsHost = true } = {}) => {
    const strip = (url = "/"): string => (url.startsWith(prefix) ? url.slice(prefix.length) || "/" : url);
    const passedOn = (headers: IncomingHttpHeaders): IncomingHttpHeaders => ({
      ...headers,
      ...(!keepsHost && { host: `127.0.0.1:${port}` }),
      ...(secure && { "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.7" }),
    });
    const server = secure
      ? createSecureServer({ key: certificate("key"), cert: certificate("certificate") })
      : createServer();
    server.on("request", (incoming, outgoing) => {
      const { method } = incoming;
      const headers = passedOn(incoming.headers);
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
        for (const [name, value] of Object.entries(passedOn(incoming.headers))) lines.push(`${name}: ${value}`);
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
