import type { IncomingHttpHeaders } from "node:http";
import { bearerOf, equalSecrets, newSecret } from "../host/secret.js";

export const tokenHeader = "x-atelier-token";
/** The WebUI's shim sets it for clients that may be anybody. */
export const exposedHeader = "x-atelier-exposed";
/** The WebUI's shim sets it to the address that a request came from. */
export const clientHeader = "x-atelier-client";
const cookieName = "atelier-session";

export interface Access {
  /** Whether the request carries the token, or the cookie of our own page. */
  isAllowed(headers: IncomingHttpHeaders): boolean;
  /** Whether it comes from a program of this machine's user: it carries the token of the state folder, and no mark of the shim. */
  isOwner(headers: IncomingHttpHeaders): boolean;
  /** Exchanges a one-time token for a cookie's `Set-Cookie` value, or null. */
  redeem(oneTimeToken: string): string | null;
  newOneTimeToken(): string;
}

function cookieOf(headers: IncomingHttpHeaders): string {
  const pairs = (headers.cookie ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([name]) => name === cookieName)?.[1] ?? "";
}

/** Browsers send Origin with every WebSocket and every state-changing request; a foreign page's differs from Host. */
export function isOwnOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

const loopbackHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** A name that an attacker's DNS points at us is not ours ("DNS rebinding"), unless others may reach us anyway. */
export const isOwnHost = ({ host }: IncomingHttpHeaders, exposed: boolean): boolean =>
  exposed || (host !== undefined && loopbackHost.test(host));

export function createAccess(token: string): Access {
  const session = newSecret();
  const holdsToken = (headers: IncomingHttpHeaders): boolean => {
    const given = headers[tokenHeader] ?? bearerOf(headers.authorization);
    return typeof given === "string" && equalSecrets(given, token);
  };
  const oneTimeTokens = new Set<string>();
  return {
    isAllowed(headers) {
      if (headers[tokenHeader] !== undefined || bearerOf(headers.authorization) !== undefined)
        return holdsToken(headers);
      return equalSecrets(cookieOf(headers), session);
    },
    isOwner: (headers) => holdsToken(headers) && !(exposedHeader in headers),
    redeem(oneTimeToken) {
      const known = [...oneTimeTokens].find((one) => equalSecrets(one, oneTimeToken));
      if (known === undefined) return null;
      oneTimeTokens.delete(known);
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    newOneTimeToken() {
      const one = newSecret();
      oneTimeTokens.add(one);
      return one;
    },
  };
}
