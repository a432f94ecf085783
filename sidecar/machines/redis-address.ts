import { withoutPassword as hidden } from "../host/settings/addresses.js";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

/** How a Redis is reached, in ioredis' words. */
interface RedisConnection {
  host: string;
  port: number;
  db: number;
  username?: string;
  password?: string;
  tls?: Record<string, never>;
}

/** A Redis, and the name under which one studio and its machines meet there. */
export interface RedisAddress {
  connection: RedisConnection;
  /** Before every key; of letters, digits, `-` and `_`. */
  name: string;
  /** For people: without its password. */
  shown: string;
}

const usualName = "atelier";

const wrong = (found: string): StudioError =>
  new StudioError(
    "badArguments",
    say('Expected the address of a Redis; found "{found}".', { found }),
    say(
      "For example redis://192.168.1.10:6379, redis://:PASSWORD@host, or rediss://… with TLS; ?name=… tells studios apart.",
    ),
  );

/** For people: an address without its password, whatever else is wrong with it. */
export const withoutPassword = (text: string): string =>
  URL.canParse(text) ? hidden(text) : text.replace(/^([a-z+]*:\/\/)?.*@/is, "$1…@");

/** As it was meant: a percent sign that encodes nothing is one. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** @param text `redis[s]://[user][:password]@host[:port][/database][?name=NAME]` @throws StudioError "badArguments" */
export function redisAddress(text: string): RedisAddress {
  const found = withoutPassword(text);
  if (!URL.canParse(text)) throw wrong(found);
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(text);
  const database = Number(pathname.slice(1) || 0);
  const name = searchParams.get("name") ?? usualName;
  const isRight = protocol === "redis:" || protocol === "rediss:";
  if (!isRight || !hostname || !Number.isInteger(database) || !/^[\w-]{1,40}$/.test(name)) throw wrong(found);
  return {
    connection: {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: port === "" ? 6379 : Number(port),
      db: database,
      ...(username ? { username: decoded(username) } : {}),
      ...(password ? { password: decoded(password) } : {}),
      ...(protocol === "rediss:" ? { tls: {} } : {}),
    },
    name,
    shown: `${protocol}//${hostname}:${port === "" ? 6379 : port}/${database}`,
  };
}
