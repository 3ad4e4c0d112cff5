import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, readSafely } from "../kernel/check.js";
import type { MessageParams } from "../kernel/message.js";
import { applyWaivers } from "./apply-waivers.js";
import { checkCriterion } from "./check-criterion.js";
import { engineFault, type Found } from "./checking.js";
import { type Answer, compileCriterion } from "./compile-criterion.js";
import type { CriterionData } from "./criterion-data.js";
import { fieldReader } from "./fact-reader.js";
import type { Asking, Finding, Known, Rule, RuleWeight, Tested } from "./rule.js";

/** A rule written in code, or a criterion that came as data. */
export type AnyRule<F extends object, P> = Rule<F, P> | CriterionData;

/**
 * Rules read once for one policy, to be asked many times. It holds functions, so it is kept in memory and never stored.
 *
 * @internal
 */
export type CompiledRules<F extends object> = (facts: F, asking: Asking) => readonly Finding[];

type Ask = (facts: object, asOf: CalendarDate) => Finding;

/**
 * Reads rules and policy once. What it answers is what `askRules` answers.
 *
 * @throws LibraryFault The first thing that is wrong with a criterion given as data.
 *
 * @internal
 */
export function compileRules<F extends object, P>(rules: readonly AnyRule<F, P>[], policy: P): CompiledRules<F> {
  const asks = checkList(rules, "rules").map((given, i) => {
    const rule = checkRecord(given, `rules[${i}]`) as unknown as AnyRule<F, P>;
    return isWritten(rule) ? compileWritten(rule, policy) : compileData(rule, `rules[${i}]`);
  });
  const waivable = new Map(rules.map((rule) => [rule.code, rule.waivable === true]));
  let lastDate: CalendarDate | undefined;
  return (facts, asking) =>
    readSafely("facts", () => {
      const { asOf, waivers } = checkRecord(asking, "asking") as unknown as Asking;
      if (asOf !== lastDate) lastDate = parseDate(asOf, "asking.asOf");
      checkRecord(facts, "facts");
      const findings: Finding[] = [];
      for (const ask of asks) findings.push(ask(facts, asOf));
      return waivers === undefined || waivers.length === 0 ? findings : applyWaivers(findings, waivers, waivable, asOf);
    });
}

/** @internal */
export function isWritten<F extends object, P>(rule: AnyRule<F, P>): rule is Rule<F, P> {
  return "test" in rule && typeof rule.test === "function";
}

function compileWritten<F extends object, P>(rule: Rule<F, P>, policy: P): Ask {
  const required = rule.required?.(policy);
  const needs = rule.needs.map((name) => ({ name: String(name), read: fieldReader(String(name)) }));
  const finish = finisher(rule);
  return (facts, asOf) => {
    for (const { read } of needs) {
      const value = read(facts);
      if (value === undefined || value === null) {
        const missing = needs.filter((need) => (need.read(facts) ?? null) === null).map((need) => need.name);
        return finish({ status: "unknown", params: { ...required }, missing });
      }
    }
    return finish(answerOf(rule.test(facts as Known<F, keyof F>, policy, asOf), required));
  };
}

function answerOf(tested: Tested, required: MessageParams | undefined): Answer {
  if ("unknown" in tested) return { status: "unknown", params: { ...required }, reason: tested.unknown };
  const params = required === undefined ? tested.params : { ...required, ...tested.params };
  return { status: tested.met ? "met" : "unmet", params };
}

function compileData(criterion: CriterionData, path: string): Ask {
  const found: Found[] = [];
  checkCriterion(criterion, path, found);
  const [first] = found;
  if (first !== undefined) throw engineFault(first.code, first.path, first.params);
  const ask = compileCriterion(criterion);
  const finish = finisher({ ...criterion, words: criterion.title });
  return (facts, asOf) => finish(ask(facts, asOf));
}

type Named = Pick<Rule<object, unknown>, "code" | "weight" | "source" | "words">;

/** Gives an answer its name. The optional fields come in one order, so that all findings of a kind share one shape. */
function finisher({ code, weight = "mandatory", source, words }: Named): (answer: Answer) => Finding {
  return (answer) => {
    const finding: { -readonly [K in keyof Finding]: Finding[K] } = {
      code,
      status: answer.status,
      weight: weight as RuleWeight,
      params: answer.params,
    };
    if (words !== undefined) finding.words = words;
    if (source !== undefined) finding.source = source;
    if (answer.missing !== undefined) finding.missing = answer.missing;
    if (answer.reason !== undefined) finding.reason = answer.reason;
    if (answer.parts !== undefined) finding.parts = answer.parts;
    return finding;
  };
}
