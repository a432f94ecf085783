import { type Sentence, say } from "../../words/sentence.js";
import { reasonOf, StudioError, systemCode } from "../studio-error.js";

/** Where a request went: for sentences, never with a token or a signed address. */
export interface HubQuestion {
  endpoint: string;
  repository: string;
  /** The environment variable that names a mirror, where it is not Hugging Face's own. */
  mirror?: string;
}

/** The answer's status and Hugging Face's own code for it (`X-Error-Code`: GatedRepo, RepoNotFound, EntryNotFound …). */
export interface HubRefusal {
  status: number;
  errorCode: string;
}

export const offlineByChoice = ({ repository }: HubQuestion): StudioError =>
  new StudioError(
    "offline",
    say("{repository} is not on this machine, and HF_HUB_OFFLINE forbids downloads.", { repository }),
    say("Unset HF_HUB_OFFLINE, or choose a model that is here (`models list`)."),
  );

/** What a status other than success means, and what to do. */
export function refused({ status, errorCode }: HubRefusal, { endpoint, repository }: HubQuestion): StudioError {
  const page = `${endpoint}/${repository}`;
  if (errorCode === "GatedRepo" || status === 403) {
    return new StudioError(
      "accessRefused",
      say("{repository} is only for users who accepted its conditions (status {status}).", { repository, status }),
      say("Log in at {page} and accept them; then set HF_TOKEN to a token of yours, or use `huggingface-cli login`.", {
        page,
      }),
    );
  }
  if (status === 401) {
    return new StudioError(
      "accessRefused",
      say(
        "{endpoint} asks for a login to show {repository}: it is private, does not exist, or the token is not valid.",
        { endpoint, repository },
      ),
      say("Check the name; for a private model set HF_TOKEN to a token that may read it, or remove an outdated one."),
    );
  }
  if (status === 404) {
    return new StudioError(
      "notFound",
      say("{endpoint} does not have {repository} with the files of a tagger.", { endpoint, repository }),
      say("Look at {page} whether it was renamed; `models list` shows the names that are known.", { page }),
    );
  }
  return new StudioError(
    status >= 500 || status === 408 || status === 429 ? "downloadFailed" : "accessRefused",
    say("{endpoint} answered with status {status} for {repository}.", { endpoint, status, repository }),
    say("Wait a little and start again: what was downloaded is kept."),
  );
}

const unreachable: Record<string, Sentence> = {
  ENOTFOUND: say("its name cannot be looked up (DNS)"),
  EAI_AGAIN: say("its name cannot be looked up (DNS)"),
  ECONNREFUSED: say("nobody answers there"),
  ENETUNREACH: say("there is no network"),
  EHOSTUNREACH: say("there is no way to it"),
  ETIMEDOUT: say("it does not answer"),
  UND_ERR_CONNECT_TIMEOUT: say("it does not answer"),
};

/** A connection that could not be made, or broke; the cause's code says which. */
export function notReached(
  thrown: unknown,
  { endpoint, repository, mirror = "HF_ENDPOINT" }: HubQuestion,
): StudioError {
  const code = systemCode(thrown) || systemCode(Object(thrown).cause);
  const reason = unreachable[code];
  if (reason) {
    return new StudioError(
      "offline",
      say("{endpoint} could not be reached for {repository}: {reason}.", { endpoint, repository, reason }),
      say("Check the network; behind a proxy set HTTPS_PROXY, for a mirror {mirror}.", { mirror }),
      thrown,
    );
  }
  return new StudioError(
    "downloadFailed",
    say("The connection to {endpoint} broke: {message}", { endpoint, message: reasonOf(thrown) }),
    say("Start again: what was downloaded is kept."),
    thrown,
  );
}
