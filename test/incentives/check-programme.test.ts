import { catalogue } from "qudao/i18n";
import { checkProgramme, type IncentiveProgramme } from "qudao/incentives";
import { type PlacedMessage, renderMessage } from "qudao/kernel";
import { parseIncentiveProgramme } from "qudao/schemas";
import { openAccumulator } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { policyOf, programmeOf } from "../support/settlement.js";

const found = (changes: object) =>
  checkProgramme({ ...programmeOf(), ...changes } as IncentiveProgramme).map((fault) => [fault.code, fault.path]);
const growth = { kind: "growth_rate", of: "amount", baseline: "prior_year", zeroBaseline: { kind: "not_eligible" } };

describe("checkProgramme()", () => {
  test("finds nothing wrong with a right one", () => {
    expect(found({})).toStrictEqual([]);
  });

  test.each([
    [{ id: "" }, "kernel.not_text", "id"],
    [{ titles: "x" }, "kernel.not_a_record", "titles"],
    [{ currency: "¥", schedule: { ...programmeOf().schedule, unit: "¥" } }, "kernel.not_a_currency", "currency"],
    [{ effective: { start: "2024-01-01", end: "2024-01-01" } }, "kernel.not_a_period", "effective"],
    [{ earner: { kind: ["agent"] } }, "kernel.not_a_choice", "earner.kind"],
    [{ earner: { kinds: "agent" } }, "kernel.not_a_list", "earner.kinds"],
    [{ scope: { include: { productIds: [""] } } }, "kernel.not_text", "scope.include.productIds[0]"],
    [{ scope: { exclude: { product: ["P"] } } }, "kernel.not_a_choice", "scope.exclude.product"],
    [{ qualifier: { kind: "weight" } }, "kernel.not_a_choice", "qualifier.kind"],
    [{ qualifier: { kind: "attainment" }, payOn: "amount" }, "incentives.schedule_unit", "schedule.unit"],
    [{ payOn: "growth_amount" }, "incentives.growth_measure", "payOn"],
    [{ payOn: "profit" }, "kernel.not_a_choice", "payOn"],
    [
      { payOn: "amount", schedule: { method: "package", unit: "CNY", size: "1", amount: "1", count: "complete" } },
      "incentives.lump_sum_measure",
      "payOn",
    ],
    [
      {
        qualifier: { ...growth, zeroBaseline: { kind: "floor_baseline", baseline: "0" } },
        schedule: { ...programmeOf().schedule, unit: "ratio" },
      },
      "kernel.not_above_zero",
      "qualifier.zeroBaseline.baseline",
    ],
    [{ limits: [{ kind: "payment_cap", amount: "-1" }] }, "incentives.limit_negative", "limits[0].amount"],
    [{ limits: [{ kind: "floor", amount: "1" }] }, "kernel.not_a_choice", "limits[0].kind"],
    [{ rounding: { decimals: 2.5, mode: "half_up" } }, "kernel.not_a_count", "rounding.decimals"],
    [{ rounding: { decimals: 2, mode: "nearest" } }, "kernel.not_a_choice", "rounding.mode"],
    [{ schedule: { ...programmeOf().schedule, tiers: [] } }, "engine.tier_none", "schedule.tiers"],
  ])("%j: %s at %s", (changes, code, path) => {
    expect(found(changes)).toStrictEqual([[code, path]]);
  });

  test.each([
    [{ gate: [] }, "gate"],
    [{ effective: { ...programmeOf().effective, until: "2025-01-01" } }, "effective.until"],
    [{ window: { kind: "agreement", evry: { months: 3 } } }, "window.evry"],
    [{ qualifier: { kind: "amount", unit: "CNY" } }, "qualifier.unit"],
    [{ limits: [{ kind: "payment_cap", amount: "1", refundabel: true }] }, "limits[0].refundabel"],
    [{ limits: [{ kind: "payment_floor", amount: "1", refundable: true }] }, "limits[0].refundable"],
    [{ rounding: { decimals: 2, mode: "half_up", places: 2 } }, "rounding.places"],
    [{ schedule: { ...programmeOf().schedule, tiers: [{ from: "0", rate: "0.01", form: "1" }] } }, "schedule.tiers[0].form"],
  ])("%j: a field that the model does not know is refused, as the schema refuses it, and pays nothing", (changes, path) => {
    expect(found(changes)).toStrictEqual([["kernel.not_a_choice", path]]);
    expect(parseIncentiveProgramme({ ...programmeOf(), ...changes }).ok).toBe(false);
    const programmes = [{ ...programmeOf(), ...changes } as IncentiveProgramme];
    expect(faultAt(() => openAccumulator(policyOf({ programmes })))).toBe(`kernel.not_a_choice at policy.programmes[0].${path}`);
  });

  test.each(["1%", "1％", "5 %"])("a rate of %s is refused in words that say how to write it", (rate) => {
    const tiers = [{ from: "0", rate }];
    const [fault] = checkProgramme(programmeOf({ schedule: { ...programmeOf().schedule, tiers } as never }));
    expect([fault?.code, fault?.path]).toStrictEqual(["kernel.not_a_decimal", "schedule.tiers[0].rate"]);
    expect(renderMessage(fault as PlacedMessage, "en", catalogue)).toContain("a rate is a ratio such as 0.01, not a percentage");
    expect(renderMessage(fault as PlacedMessage, "zh", catalogue)).toContain("比率请写小数，如 0.01，不写百分数");
  });

  test("a measure that is named alone is told to be named as a measure", () => {
    const [fault] = checkProgramme(programmeOf({ payOn: "margin" as never }));
    expect(fault?.params).toStrictEqual({ got: '"margin"', want: ["qualifier", "amount", "quantity", "growth_amount", "{ measure }"] });
  });

  test.each([[null], [7], ["{}"], [[]]])("refuses %j as a programme", (value) => {
    expect(checkProgramme(value as never).map((fault) => fault.code)).toStrictEqual(["kernel.not_a_record"]);
  });
});
