import { allRules } from "./all-rules.js";
import type { Finding, Rule, RuleContext, Severity } from "./rule.js";

const order: readonly Severity[] = ["error", "warning", "note"];

/** A rule that fails on odd input must not hide what the others find. */
function ask(rule: Rule, context: RuleContext): Finding[] {
  const { name, severity, argument, sources, likelihood } = rule;
  try {
    return rule.check(context).map((values) => ({
      rule: name,
      severity,
      argument,
      sources,
      likelihood: likelihood ?? (severity === "error" ? "certain" : "possible"),
      values,
    }));
  } catch {
    return [];
  }
}

/** Everything the rules have to say: errors first, then warnings, then notes; within these in the order of the rules. */
export function findProblems(context: RuleContext, rules: readonly Rule[] = allRules): Finding[] {
  const findings = rules.flatMap((rule) => ask(rule, context));
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}
