/** Asks one rule. */
import { askRules, type Finding, type Rule } from "qudao/engine";

export function askOne<F extends object, N extends keyof F>(rule: Rule<F, null, N>, facts: F, asOf = "2024-05-01"): Finding {
  const [finding] = askRules<F, null>([rule], facts, null, { asOf });
  return finding as Finding;
}

/** The status, and what is missing. */
export function status<F extends object, N extends keyof F>(rule: Rule<F, null, N>, facts: F, asOf?: string): string {
  const { status, missing } = askOne(rule, facts, asOf);
  return [status, ...(missing ?? [])].join(" ");
}
