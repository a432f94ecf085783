// A browser with all rooms open in tabs of their own has seven.
const PER_CLIENT = 32;
// Visitors together; the owner's are not counted among them.
const VISITORS = 256;

/** Counts open sockets, so that nobody takes them all from the others. */
export function openSockets({ perClient = PER_CLIENT, visitors = VISITORS } = {}) {
  const byClient = new Map<string, number>();
  let visiting = 0;
  return {
    /** Takes a place for a client; null when it has all that it gets. What is answered gives the place back. */
    take({ client, visitor }: { client: string; visitor: boolean }): (() => void) | null {
      // Behind a proxy a visitor may have the owner's address.
      const key = `${visitor ? "visitor" : "owner"} ${client}`;
      const open = byClient.get(key) ?? 0;
      if (open >= perClient || (visitor && visiting >= visitors)) return null;
      byClient.set(key, open + 1);
      if (visitor) visiting += 1;
      return () => {
        const left = (byClient.get(key) ?? 1) - 1;
        if (left === 0) byClient.delete(key);
        else byClient.set(key, left);
        if (visitor) visiting -= 1;
      };
    },
  };
}
