import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { applyWaivers } from "./apply-waivers.js";
import { checkCriterion } from "./check-criterion.js";
import { compileCriterion, type MakeFinding } from "./compile-criterion.js";
import type { CriterionData } from "./criterion-data.js";
import { engineFault, type Found } from "./found.js";
import type { Asking, Finding, Known, Rule } from "./rule.js";

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
  const waivable = new Map<string, boolean>();
  const asks = readSafely("rules", () =>
    checkList(rules, "rules").map((given, i) => {
      const rule = checkRecord(given, `rules[${i}]`) as unknown as AnyRule<F, P>;
      waivable.set(rule.code, rule.waivable === true);
      return isWritten(rule) ? compileWritten(rule, policy, `rules[${i}]`) : compileData(rule, `rules[${i}]`);
    }),
  );
  let lastDate: CalendarDate | null = null;
  return (facts, asking) =>
    readSafely("facts", () => {
      const { asOf, waivers } = checkRecord(asking, "asking") as unknown as Asking;
      if (asOf !== lastDate) lastDate = parseDate(asOf, "asking.asOf");
      checkRecord(facts, "facts");
      const findings: Finding[] = [];
      for (let i = 0; i < asks.length; i++) findings.push((asks[i] as Ask)(facts, asOf));
      return waivers === undefined || waivers.length === 0 ? findings : applyWaivers(findings, waivers, waivable, asOf);
    });
}

/** @internal */
export function isWritten<F extends object, P>(rule: AnyRule<F, P>): rule is Rule<F, P> {
  return "test" in rule && typeof rule.test === "function";
}

function compileWritten<F extends object, P>(rule: Rule<F, P>, policy: P, path: string): Ask {
  const required = rule.required?.(policy);
  const names = checkList(rule.needs, `${path}.needs`).map((name, n) => checkText(name, `${path}.needs[${n}]`));
  const finish = finisher(rule);
  return (facts, asOf) => {
    for (let i = 0; i < names.length; i++) {
      if (isMissing(facts, names[i] as string)) {
        return finish("unknown", { ...required }, { missing: names.filter((name) => isMissing(facts, name)) });
      }
    }
    const tested = rule.test(facts as Known<F, keyof F>, policy, asOf);
    if ("unknown" in tested) return finish("unknown", { ...required }, { reason: tested.unknown });
    return finish(tested.met ? "met" : "unmet", required === undefined ? tested.params : { ...required, ...tested.params });
  };
}

function isMissing(facts: object, name: string): boolean {
  const value = (facts as { readonly [name: string]: unknown })[name];
  return value === undefined || value === null;
}

function compileData(criterion: CriterionData, path: string): Ask {
  const found: Found[] = [];
  checkCriterion(criterion, path, found);
  const [first] = found;
  if (first !== undefined) throw engineFault(first.code, first.path, first.params);
  return compileCriterion(criterion, finisher({ ...criterion, words: criterion.title })) as Ask; // it makes what its maker makes
}

type Named = Pick<Rule<object, unknown>, "code" | "weight" | "source" | "words">;

/** Gives what was found the rule's name. Fields come in one order, so that findings share few shapes. */
function finisher({ code, weight = "mandatory", source, words }: Named): (...found: Parameters<MakeFinding>) => Finding {
  return (status, params, more) => {
    const finding: { -readonly [K in keyof Finding]: Finding[K] } = { code, status, weight, params };
    if (words !== undefined) finding.words = words;
    if (source !== undefined) finding.source = source;
    if (more === undefined) return finding;
    if (more.missing !== undefined) finding.missing = more.missing;
    if (more.reason !== undefined) finding.reason = more.reason;
    if (more.parts !== undefined) finding.parts = more.parts;
    return finding;
  };
}
