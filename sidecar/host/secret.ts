import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Equal strings, in a time that does not tell where they differ. */
export const equalSecrets = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

/** 256 random bits in 43 characters that may stand in an address. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** The token of an `Authorization: Bearer` header. */
export const bearerOf = (authorization: string | undefined): string | undefined =>
  /^Bearer +(\S+)$/i.exec(authorization ?? "")?.[1];
