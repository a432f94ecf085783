/** undici, read when something is asked of the network: it is a quarter of the program, and most commands do without. */
export const httpClient = (): Promise<typeof import("undici")> => import("undici");
