import { asFault, checkList, checkRecord, readSafely } from "../kernel/check.js";
import type { LibraryFault } from "../kernel/fault.js";
import { type AnyRule, type CompiledRules, compileRules, ruleFault } from "./compile-rules.js";
import type { EngineCode } from "./messages.js";
import type { Asking, Finding } from "./rule.js";

/** One of many about whom the same rules are asked. */
export interface Asked<F extends object> extends Asking {
  /** What is known about this one. */
  readonly facts: F;
}

/**
 * Asks the same rules about many, reading rules and policy once.
 *
 * @remarks
 * Gives for each exactly what `askRules` gives. Those of whom a criterion given as data finds the same may share one finding, frozen.
 * A host with millions hands them over in batches.
 *
 * @param rules - Rules in code and criteria as data, in reporting order.
 * @param many - Facts, day of asking and waivers of each.
 * @param policy - What the rules in code compare with.
 * @returns The findings of each, in the order given.
 * @throws LibraryFault As `askRules`, the place led by `many[i]`.
 *
 * @example Two candidates, one policy
 * ```ts
 * import { askRulesOfMany } from "qudao/engine";
 *
 * const solid = {
 *   code: "host.solid", kind: "min" as const, fact: "capital", min: "500000",
 *   title: { en: "Capital of half a million", zh: "注册资本五十万" },
 * };
 * const asOf = "2024-05-01";
 * const many = [{ facts: { capital: "500000" }, asOf }, { facts: { capital: "499999.99" }, asOf }];
 * askRulesOfMany([solid], many, null).map(([finding]) => finding?.status); // => ["met", "unmet"]
 * ```
 *
 * @since 0.1.0
 */
export function askRulesOfMany<F extends object, P>(
  rules: readonly AnyRule<F, P>[],
  many: readonly Asked<NoInfer<F>>[],
  policy: NoInfer<P>,
): readonly (readonly Finding[])[] {
  const ask = compileRules<F, P>(rules, policy, "many");
  const given = readSafely({ rules, many, policy }, () => checkList(many, "many"));
  const answers: (readonly Finding[])[] = [];
  for (let i = 0; i < given.length; i++) answers.push(askOne(ask, given[i], i));
  return answers;
}

/** Places are put together only where there is a fault. */
function askOne<F extends object>(ask: CompiledRules<F>, given: unknown, i: number): readonly Finding[] {
  try {
    const one = checkRecord(given, "") as unknown as Asked<F>;
    return ask(one.facts, one);
  } catch (caught) {
    throw placed(asFault("", caught), `many[${i}]`);
  }
}

/** The same fault, said of one of many. */
function placed({ code, path, params, cause }: LibraryFault, one: string): LibraryFault {
  const place = path === "" ? one : `${one}.${path.replace(/^asking\./, "")}`;
  return ruleFault(code as EngineCode, place, params, cause);
}
