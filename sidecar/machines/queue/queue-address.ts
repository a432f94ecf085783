import { withoutPassword as hidden } from "../../host/settings/addresses.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

/** How a Redis is reached, in ioredis' words. */
interface RedisConnection {
  host: string;
  port: number;
  db: number;
  username?: string;
  password?: string;
  tls?: Record<string, never>;
}

/** Under which one studio and its machines meet: before every key of a Redis, or as a PostgreSQL's schema. */
interface Meeting {
  /** Of letters, digits, `-` and `_`. */
  name: string;
  /** For people: without its password. */
  shown: string;
}

export interface RedisAddress extends Meeting {
  program: "Redis";
  connection: RedisConnection;
}

export interface PostgresAddress extends Meeting {
  program: "PostgreSQL";
  /** As libpq has it: TLS by `sslmode`. */
  connection: string;
}

/** Where the tasks wait that machines take. */
export type QueueAddress = RedisAddress | PostgresAddress;

const usualName = "atelier";

const wrong = (found: string): StudioError =>
  new StudioError(
    "badArguments",
    say('Expected the address of a Redis or PostgreSQL; found "{found}".', { found }),
    say(
      "For example redis://192.168.1.10:6379, redis://:PASSWORD@host, rediss://… with TLS, or postgres://USER:PASSWORD@host/DATABASE; ?name=… tells studios apart.",
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

function redisAddress({ protocol, hostname, port, username, password, pathname }: URL): Omit<RedisAddress, "name"> {
  const database = Number(pathname.slice(1) || 0);
  if (!Number.isInteger(database)) throw new RangeError("no such database");
  return {
    program: "Redis",
    connection: {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: port === "" ? 6379 : Number(port),
      db: database,
      ...(username ? { username: decoded(username) } : {}),
      ...(password ? { password: decoded(password) } : {}),
      ...(protocol === "rediss:" ? { tls: {} } : {}),
    },
    shown: `${protocol}//${hostname}:${port === "" ? 6379 : port}/${database}`,
  };
}

function postgresAddress(url: URL): Omit<PostgresAddress, "name"> {
  const { hostname, port, pathname } = url;
  const ours = new URL(url);
  ours.searchParams.delete("name");
  return {
    program: "PostgreSQL",
    connection: ours.href,
    shown: `postgres://${hostname}:${port === "" ? 5432 : port}${pathname === "" ? "/" : pathname}`,
  };
}

const readers: Record<string, (url: URL) => Omit<RedisAddress, "name"> | Omit<PostgresAddress, "name">> = {
  "redis:": redisAddress,
  "rediss:": redisAddress,
  "postgres:": postgresAddress,
  "postgresql:": postgresAddress,
};

/**
 * @param text `redis[s]://[user][:password]@host[:port][/database][?name=NAME]` or
 * `postgres[ql]://[user][:password]@host[:port]/database[?sslmode=…&name=NAME]`
 * @throws StudioError "badArguments"
 */
export function queueAddress(text: string): QueueAddress {
  const found = withoutPassword(text);
  if (!URL.canParse(text)) throw wrong(found);
  const url = new URL(text);
  const name = url.searchParams.get("name") ?? usualName;
  const read = readers[url.protocol];
  if (!read || !url.hostname || !/^[\w-]{1,40}$/.test(name)) throw wrong(found);
  try {
    return { ...read(url), name };
  } catch {
    throw wrong(found);
  }
}
