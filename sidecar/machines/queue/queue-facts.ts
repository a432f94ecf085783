/** What a queue's server says of itself. */
export interface QueueFacts {
  /** With its name where it is another program than its address says: Valkey. */
  version: string;
  /** What a Redis does when its memory is full; BullMQ needs `noeviction`. Null where there is no such thing. */
  policy: string | null;
}
