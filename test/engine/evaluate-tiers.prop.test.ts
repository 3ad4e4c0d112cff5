/** Laws of threshold tables. That the amounts are right, a second implementation says in `test/incentives/compute-incentive.prop.test.ts`. */
import fc from "fast-check";
import { checkTierSchedule, evaluateTiers, type TierSchedule, type TierTable, tierMethods } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { addDecimals, checkExplanation, compareDecimals, divideDecimals, renderExplanation } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { scheduleOf, value } from "../support/tier-schedules.js";

const runs = { seed: 20240101, numRuns: 300 };
const isTable = (schedule: TierSchedule): schedule is TierTable => schedule.method !== "package";
const earned = (qualifier: string, schedule: TierSchedule) => evaluateTiers({ qualifier }, schedule).outcome.earned;
/** Rates alone, with no amount beside them. */
const ratesOnly = (schedule: TierSchedule): TierTable => {
  if (!isTable(schedule)) throw new Error("a table was expected");
  return { ...schedule, tiers: schedule.tiers.map(({ amount, ...row }) => row) };
};

describe.each(tierMethods)("%s", (method) => {
  test("the working adds up to what is earned, survives JSON, and reads in both languages", () => {
    fc.assert(
      fc.property(scheduleOf(method, "CNY"), value, (schedule, qualifier) => {
        expect(checkTierSchedule(schedule)).toStrictEqual([]);
        const answer = evaluateTiers({ qualifier }, schedule);
        expect(checkExplanation(answer.explanation)).toStrictEqual([]);
        expect(answer.explanation.params["amount"]).toBe(answer.outcome.earned);
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
        for (const language of ["en", "zh"] as const) {
          expect(renderExplanation(answer.explanation, { language, catalogue })).not.toMatch(/engine\.|[{}?]/);
        }
      }),
      runs,
    );
  });

  test("what is missing to the next row leads into it, and nothing less does", () => {
    fc.assert(
      fc.property(scheduleOf(method, "CNY"), value, (schedule, qualifier) => {
        const { tier, next } = evaluateTiers({ qualifier }, schedule).outcome;
        if (next === null) return;
        expect(next.tier).toBe(tier + 1);
        expect(addDecimals(qualifier, next.missing)).toBe(addDecimals(next.from, "0"));
        const tierOf = (more: string) => evaluateTiers({ qualifier: addDecimals(next.from, more) }, schedule).outcome.tier;
        // a package that is counted once begun is begun just above the one before
        const exceeds = isTable(schedule) ? schedule.boundary === "exceeds" : schedule.count === "started";
        expect([tierOf("-0.001"), tierOf("0"), tierOf("0.001")]).toStrictEqual([tier, exceeds ? tier : next.tier, next.tier]);
      }),
      runs,
    );
  });
});

describe.each(tierMethods.filter((method) => method !== "package"))("%s", (method) => {
  const slices = method === "graduated" || method === "excess_only" || method === "interpolated";

  test(slices ? "the boundary rule moves no rate" : "the boundary rule decides nothing off the thresholds", () => {
    fc.assert(
      fc.property(scheduleOf(method, "CNY"), value, (given, qualifier) => {
        const schedule = slices && method !== "interpolated" ? ratesOnly(given) : (given as TierTable);
        const onThreshold = schedule.tiers.some(({ from }) => compareDecimals(from, qualifier) === 0);
        if (onThreshold && (!slices || compareDecimals(qualifier, "0") === 0)) return;
        expect(earned(qualifier, { ...schedule, boundary: "exceeds" })).toBe(earned(qualifier, { ...schedule, boundary: "reaches" }));
      }),
      runs,
    );
  });
});

test.each(["graduated", "excess_only", "retroactive"] as const)("%s: a row cut in two of the same rate pays the same", (method) => {
  fc.assert(
    fc.property(scheduleOf(method, "CNY"), value, fc.nat(), (given, qualifier, at) => {
      const { tiers, ...schedule } = ratesOnly(given);
      const i = at % tiers.length;
      const [row, after] = [tiers[i] as TierTable["tiers"][number], tiers[i + 1]];
      const { to, ...open } = row;
      const end = after?.from ?? to ?? addDecimals(row.from, "1");
      const middle = divideDecimals(addDecimals(row.from, end), "2");
      const cut = [...tiers.slice(0, i), open, { ...row, from: middle }, ...tiers.slice(i + 1)];
      expect(earned(qualifier, { ...schedule, tiers: cut })).toBe(earned(qualifier, { ...schedule, tiers }));
    }),
    runs,
  );
});
