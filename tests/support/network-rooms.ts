import { execFileSync } from "node:child_process";
import { afterAll } from "@jest/globals";

/** A machine's place in a network of the test's own: a namespace with one cable. */
export interface NetworkRoom {
  /** Before a program and its words, so that it runs there. */
  enter: readonly string[];
  /** Pulls the cable, or puts it back. */
  cable(isIn: boolean): void;
}

interface NetworkRooms {
  /** Where programs outside the rooms are reached. */
  address: string;
  room(): NetworkRoom;
}

const ip = (...words: string[]): void => void execFileSync("ip", words, { stdio: "ignore" });

/** Rooms with a switch between them and this machine, taken away after the test file; null where the system allows none. */
export function networkRooms(): NetworkRooms | null {
  // Names of interfaces have 15 letters at most.
  const name = `at${process.pid % 100_000}`;
  const made: string[] = [];
  try {
    ip("link", "add", name, "type", "bridge");
  } catch {
    return null;
  }
  afterAll(() => {
    for (const room of made) ip("netns", "delete", room);
    ip("link", "delete", name);
  });
  const net = `10.77.${process.pid % 250}`;
  ip("address", "add", `${net}.1/24`, "dev", name);
  ip("link", "set", name, "up");
  return {
    address: `${net}.1`,
    room() {
      const number = made.length + 2;
      const [room, outside] = [`${name}-${number}`, `${name}v${number}`];
      ip("netns", "add", room);
      made.push(room);
      ip("link", "add", outside, "type", "veth", "peer", "name", "eth0", "netns", room);
      ip("link", "set", outside, "master", name);
      ip("link", "set", outside, "up");
      const enter = ["ip", "netns", "exec", room];
      ip("netns", "exec", room, "ip", "address", "add", `${net}.${number}/24`, "dev", "eth0");
      ip("netns", "exec", room, "ip", "link", "set", "eth0", "up");
      ip("netns", "exec", room, "ip", "link", "set", "lo", "up");
      return { enter, cable: (isIn) => ip("link", "set", outside, isIn ? "up" : "down") };
    },
  };
}
