import { openClient, type StudioClient } from "./studio-client.js";

/** Opens the studio for the length of one command. */
export async function withClient<T>(work: (client: StudioClient) => Promise<T>): Promise<T> {
  const client = await openClient();
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}
