/**
 * Gates: what must hold beside the tier for anything to be earned. One that fails earns nothing; one that cannot be told is a problem,
 * never a pass and never a 0.
 *
 * @internal
 */
import { combineFindings, type RuleVerdict } from "../engine/combine-findings.js";
import { compileRules } from "../engine/compile-rules.js";
import { explainFindings } from "../engine/explain-findings.js";
import type { Finding } from "../engine/rule.js";
import { text } from "../kernel/decimal.js";
import { err, ok, type Result } from "../kernel/result.js";
import type { IncentiveProgramme } from "./programme.js";
import type { IncentiveExplanation, IncentiveProblem, WindowFigures } from "./programme-answer.js";

export interface GatesAnswer {
  readonly verdict: RuleVerdict;
  readonly explanation: IncentiveExplanation;
}

/** Absent: the programme has no gates, and nothing is asked. */
export function gatesOf(programme: IncentiveProgramme): ((figures: WindowFigures) => Result<GatesAnswer, IncentiveProblem>) | undefined {
  const { gates = [], measures = [] } = programme;
  if (gates.length === 0) return undefined;
  const ask = compileRules(gates, null);
  return (figures) => {
    if (figures.asOf === undefined) return err({ code: "incentives.fact_missing", params: { fact: "asOf" } });
    const facts: { [name: string]: unknown } = { ...figures.given, amount: text(figures.amount), quantity: text(figures.quantity) };
    for (const { name } of measures) {
      const value = figures.measures?.get(name);
      facts[name] = value === undefined ? null : text(value); // what the host states never stands in for what is measured
    }
    const findings = ask(facts, { asOf: figures.asOf });
    const verdict = combineFindings(findings);
    if (verdict === "unknown") return err({ code: "incentives.gate_unknown", params: unknownOf(findings, gates) });
    const code = verdict === "unmet" ? "incentives.gates_fail" : "incentives.gates_hold";
    return ok({ verdict, explanation: { code, params: { amount: "0" }, from: explainFindings(findings) } as IncentiveExplanation });
  };
}

/** The codes are for the host, the titles for whoever reads why. */
function unknownOf(findings: readonly Finding[], gates: NonNullable<IncentiveProgramme["gates"]>) {
  const open = findings.filter(({ status, weight }) => status === "unknown" && weight === "mandatory");
  const conditions = open.flatMap(({ code }) => gates.find((gate) => gate.code === code)?.title ?? []).map(({ en, zh }) => ({ en, zh }));
  return { gates: open.map(({ code }) => code), conditions, missing: [...new Set(open.flatMap(({ missing = [] }) => missing))] };
}
