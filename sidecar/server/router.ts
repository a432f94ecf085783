import type { MethodName, Params, Result } from "../../protocol/validate.js";
import { fits, isMethod, problemsOf } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import type { Call } from "../journey/call.js";
import type { ConnectedClient } from "../webui/methods.js";
import { say } from "../words/sentence.js";

export interface CallContext {
  signal: AbortSignal;
  /** Tells the client how far a long request is, 0–1; at most ten times a second, only if it asked. */
  progress(part: number): void;
  /** Who asks, so that it can be asked back; absent for a command in our own process. */
  client?: ConnectedClient;
}

/** One handler for every method of the protocol; a missing one does not compile. */
export type Handlers = { [M in MethodName]: (params: Params<M>, context: CallContext) => Promise<Result<M>> };

/** Checks the params, then calls the handler. */
export async function route<M extends MethodName>(
  handlers: Handlers,
  method: M,
  { params, context }: { params: unknown; context: CallContext },
): Promise<Result<M>> {
  if (!fits(method, params)) {
    const problems = problemsOf(method, "params", params) ?? "";
    throw new StudioError(
      "badArguments",
      say("{method}: {problems}", { method, problems }),
      say("Expected what protocol/schema says for this method."),
    );
  }
  return handlers[method](params, context);
}

/** How a room on top of the others has something done: by the same methods as the page. @param handlers of the same client */
export const callOf =
  (handlers: () => Handlers): Call =>
  (method, params, signal = new AbortController().signal) =>
    route(handlers(), method, { params, context: { signal, progress: () => {} } });

/** Checks the method's name and params, then calls its handler. @throws StudioError "unknownMethod" | "badArguments" | … */
export async function routeUnknown(
  handlers: Handlers,
  method: string,
  call: { params: unknown; context: CallContext },
): Promise<unknown> {
  if (!isMethod(method)) {
    throw new StudioError(
      "unknownMethod",
      say("There is no method {method}.", { method }),
      say("Update the page or the sidecar: one of them is older."),
    );
  }
  return route(handlers, method, call);
}
