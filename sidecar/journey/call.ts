import type { MethodName, Params, Result } from "../../protocol/validate.js";

/** How the journey has something done: by the methods that page and commands use. @throws StudioError as the method tells */
export type Call = <M extends MethodName>(method: M, params: Params<M>, signal?: AbortSignal) => Promise<Result<M>>;
