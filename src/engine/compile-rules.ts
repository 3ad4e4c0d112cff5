import type { CalendarDate } from "../kernel/calendar-date.js";
import { asFault, checkList, checkRecord, checkTexts, readSafely } from "../kernel/check.js";
import type { FaultMaker } from "../kernel/fault.js";
import type { MessageParams, Words } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { applyWaivers } from "./apply-waivers.js";
import { askCriterion, type CompiledCriterion, type Day, readDay } from "./ask-criterion.js";
import { checkCriterion } from "./check-criterion.js";
import { compileCriterion, type Whom } from "./compile-criterion.js";
import type { CriterionData } from "./criterion-data.js";
import { type Called, findingOf, unknownOf } from "./finding-of.js";
import { engineFaults, type Found } from "./found.js";
import type { EngineCode } from "./messages.js";
import type { Asking, Finding, FindingPart, Known, Rule } from "./rule.js";
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
 * @param whom - Of whom they are asked. Of many: those of whom a criterion finds the same share the finding, frozen.
 * @throws LibraryFault The first thing that is wrong with a criterion given as data.
 *
 * @internal
 */
export function compileRules<F extends object, P>(rules: readonly AnyRule<F, P>[], policy: P, whom: Whom = "one"): CompiledRules<F> {
  const waivable = new Map<string, boolean>();
  const criteria = readSafely({ rules, policy }, () =>
    checkList(rules, "rules").map((given, i) => {
      const rule = checkRecord(given, `rules[${i}]`) as unknown as AnyRule<F, P>;
      waivable.set(rule.code, rule.waivable === true);
      return isWritten(rule) ? compileWritten(rule, policy, `rules[${i}]`) : compileData(rule, `rules[${i}]`, whom);
    }),
  );
  const read: ReadRules = { criteria, waivable, policy, today: undefined };
  return (facts, asking) => askRead(read, facts, asking);
}

interface ReadRules {
  readonly criteria: readonly CompiledCriterion[];
  /** By code. */
  readonly waivable: ReadonlyMap<string, boolean>;
  /** What rules in code are asked with. */
  readonly policy: unknown;
  /** The day of asking that was read last. */
  today: Day | undefined;
}

function askRead(rules: ReadRules, facts: object, asking: Asking): readonly Finding[] {
  try {
    const { asOf, waivers } = checkRecord(asking, "asking") as unknown as Asking;
    const today = dayOfAsking(rules, asOf);
    checkRecord(facts, "facts");
    const findings: Finding[] = [];
    // what is called with a weight is a whole finding
    for (const criterion of rules.criteria) findings.push(askCriterion(criterion, facts, today) as Finding);
    return waivers === undefined || waivers.length === 0 ? findings : applyWaivers(findings, waivers, rules.waivable, asOf);
  } catch (caught) {
    throw asFault({ facts, asking, policy: rules.policy }, caught);
  }
}

function dayOfAsking(rules: ReadRules, asOf: CalendarDate): Day {
  if (rules.today === undefined || rules.today.date !== asOf) rules.today = readDay(asOf, "asking.asOf");
  return rules.today;
}

/** @internal */
export function isWritten<F extends object, P>(rule: AnyRule<F, P>): rule is Rule<F, P> {
  return "test" in rule && typeof rule.test === "function";
}

function compileWritten<F extends object, P>(rule: Rule<F, P>, policy: P, path: string): CompiledCriterion {
  const own: Written = {
    rule: rule as unknown as Rule<object, unknown>,
    policy,
    required: rule.required?.(policy),
    needs: checkTexts(rule.needs, `${path}.needs`),
  };
  const { code, weight, words, source } = calledOf(rule, rule.words);
  // it looks at the facts as a whole, and what it finds may follow from all of them; the fields stand as in `compileCriterion`
  return {
    code,
    weight,
    words,
    source,
    kind: "",
    fact: "",
    path: "facts",
    field: undefined,
    read: undefined,
    unset: false,
    known: {},
    look: undefined,
    find: findWritten,
    own,
    shared: undefined,
    lacking: undefined,
  };
}

interface Written {
  readonly rule: Rule<object, unknown>;
  readonly policy: unknown;
  readonly required: MessageParams | undefined;
  readonly needs: readonly string[];
}

function findWritten(criterion: CompiledCriterion<Written>, facts: object, { date }: Day): FindingPart {
  const { rule, policy, required, needs } = criterion.own;
  for (const need of needs) {
    if (isMissing(facts, need)) return unknownOf(criterion, { ...required }, { missing: needs.filter((name) => isMissing(facts, name)) });
  }
  const tested = rule.test(facts as Known<object, never>, policy, date);
  if ("unknown" in tested) return unknownOf(criterion, { ...required }, { reason: tested.unknown });
  return findingOf(criterion, tested.met ? "met" : "unmet", required === undefined ? tested.params : { ...required, ...tested.params });
}

function isMissing(facts: object, name: string): boolean {
  const value = (facts as { readonly [name: string]: unknown })[name];
  return value === undefined || value === null;
}

function compileData(criterion: CriterionData, path: string, whom: Whom): CompiledCriterion {
  const found: Found[] = [];
  checkCriterion(criterion, path, found);
  const [first] = found;
  if (first !== undefined) throw ruleFault(first.code, first.path, first.params);
  return compileCriterion(criterion, calledOf(criterion, criterion.title), whom);
}

type Named = Pick<Rule<object, unknown>, "code" | "weight" | "source">;

function calledOf({ code, weight = "mandatory", source }: Named, words: Words | undefined): Called {
  return { code, weight, words, source };
}
