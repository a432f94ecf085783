import { Matcher, RE2JS } from "re2js";
import { reasonOf, StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";

export interface Replacing {
  find: string;
  with: string;
  /** "tag": tags that are `find`; "text": inside each tag; "caption": inside the whole caption, commas included. */
  where: "tag" | "text" | "caption";
  /** `find` is a regular expression (RE2's syntax), `$1` in `with` its first group. */
  regex: boolean;
  matchCase: boolean;
}

/**
 * Returns what replaces every match in a text. With "tag" the whole text must match.
 * @throws StudioError "badArguments" for an expression that cannot be read
 */
export function replacer({ find, with: replacement, where, regex, matchCase }: Replacing): (text: string) => string {
  if (find === "") {
    throw new StudioError("badArguments", say("Nothing to look for was given."), say("Write what is to be replaced."));
  }
  const source = regex ? find : RE2JS.quote(find);
  const whole = where === "tag" ? `^(?:${source})$` : source;
  const becomes = regex ? replacement : Matcher.quoteReplacement(replacement);
  try {
    const pattern = RE2JS.compile(whole, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
    // A group that does not exist shows only when there is a match.
    if (regex) assertGroups(replacement, pattern.groupCount());
    return (text) => pattern.matcher(text).replaceAll(becomes);
  } catch (error) {
    if (error instanceof StudioError) throw error;
    throw new StudioError(
      "badArguments",
      say("The expression /{find}/ cannot be read: {message}", { find, message: reasonOf(error) }),
      say("Expected a regular expression without look-around or back references, for instance ^(red|blue) eyes$."),
      error,
    );
  }
}

function assertGroups(replacement: string, groups: number): void {
  for (const [reference, number] of replacement.matchAll(/\$(\d+)/g)) {
    if (Number(number) <= groups) continue;
    throw new StudioError(
      "badArguments",
      say("The replacement names group {reference}; the expression has {groups}.", { reference, groups }),
      say("Put brackets around what the group is to hold, for instance (red|blue) hair → $1 eyes."),
    );
  }
}
