import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import type { FaultMaker } from "../kernel/fault.js";
import type { Words } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { applyWaivers } from "./apply-waivers.js";
import { checkCriterion } from "./check-criterion.js";
import { askCriterion, type CompiledCriterion, compileCriterion, type Day, judgeAll, readDay } from "./compile-criterion.js";
import type { CriterionData } from "./criterion-data.js";
import { type Called, findingOf, unknownOf } from "./finding-of.js";
import { engineFaults, type Found } from "./found.js";
import type { EngineCode } from "./messages.js";
import type { Asking, Finding, Known, Rule } from "./rule.js";
import { ruleFaultMessages } from "./rule-messages.js";

/** @internal */
export const ruleFault: FaultMaker<EngineCode | KernelCode> = engineFaults(ruleFaultMessages);

/** A rule written in code, or a criterion that came as data. */
export type AnyRule<F extends object, P> = Rule<F, P> | CriterionData;

/**
 * Rules read once for one policy, to be asked many times. It holds functions, so it is kept in memory and never stored.
 *
 * @internal
 */
export type CompiledRules<F extends object> = (facts: F, asking: Asking) => readonly Finding[];

/**
 * Reads rules and policy once. What it answers is what `askRules` answers.
 *
 * @throws LibraryFault The first thing that is wrong with a criterion given as data.
 *
 * @internal
 */
export function compileRules<F extends object, P>(rules: readonly AnyRule<F, P>[], policy: P): CompiledRules<F> {
  const waivable = new Map<string, boolean>();
  const asked = readSafely("rules", () =>
    checkList(rules, "rules").map((given, i) => {
      const rule = checkRecord(given, `rules[${i}]`) as unknown as AnyRule<F, P>;
      waivable.set(rule.code, rule.waivable === true);
      return isWritten(rule) ? compileWritten(rule, policy, `rules[${i}]`) : compileData(rule, `rules[${i}]`);
    }),
  );
  let today: Day | undefined;
  return (facts, asking) =>
    readSafely("facts", () => {
      const { asOf, waivers } = checkRecord(asking, "asking") as unknown as Asking;
      if (today === undefined || today.date !== asOf) today = readDay(asOf, "asking.asOf");
      checkRecord(facts, "facts");
      const findings: Finding[] = [];
      // what is called with a weight is a whole finding
      for (let i = 0; i < asked.length; i++) findings.push(askCriterion(asked[i] as CompiledCriterion, facts, today) as Finding);
      return waivers === undefined || waivers.length === 0 ? findings : applyWaivers(findings, waivers, waivable, asOf);
    });
}

/** @internal */
export function isWritten<F extends object, P>(rule: AnyRule<F, P>): rule is Rule<F, P> {
  return "test" in rule && typeof rule.test === "function";
}

function compileWritten<F extends object, P>(rule: Rule<F, P>, policy: P, path: string): CompiledCriterion {
  const required = rule.required?.(policy);
  const names = checkList(rule.needs, `${path}.needs`).map((name, n) => checkText(name, `${path}.needs[${n}]`));
  const called = calledOf(rule, rule.words);
  return judgeAll((facts, { date }) => {
    for (let i = 0; i < names.length; i++) {
      if (isMissing(facts, names[i] as string)) {
        return unknownOf(called, { ...required }, { missing: names.filter((name) => isMissing(facts, name)) });
      }
    }
    const tested = rule.test(facts as Known<F, keyof F>, policy, date);
    if ("unknown" in tested) return unknownOf(called, { ...required }, { reason: tested.unknown });
    return findingOf(called, tested.met ? "met" : "unmet", required === undefined ? tested.params : { ...required, ...tested.params });
  });
}

function isMissing(facts: object, name: string): boolean {
  const value = (facts as { readonly [name: string]: unknown })[name];
  return value === undefined || value === null;
}

function compileData(criterion: CriterionData, path: string): CompiledCriterion {
  const found: Found[] = [];
  checkCriterion(criterion, path, found);
  const [first] = found;
  if (first !== undefined) throw ruleFault(first.code, first.path, first.params);
  return compileCriterion(criterion, calledOf(criterion, criterion.title));
}

type Named = Pick<Rule<object, unknown>, "code" | "weight" | "source">;

function calledOf({ code, weight = "mandatory", source }: Named, words: Words | undefined): Called {
  return { code, weight, words, source };
}
