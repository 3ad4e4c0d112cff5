import type { IncentiveProgramme } from "qudao/incentives";
import { checkProgramme } from "qudao/incentives";
import * as kernel from "qudao/kernel";
import * as schemas from "qudao/schemas";
import { buildJsonSchemas, type PolicyName, parseIncentiveProgramme, parseMemberPolicy, parsePolicy, policySchemas } from "qudao/schemas";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { policy as memberPolicy } from "../support/channel-member.js";
import { channelProcess } from "../support/channel-procedure.js";
import { policyUses } from "../support/policies.js";

const programme: IncentiveProgramme = {
  id: "volume",
  version: "2024",
  titles: { en: "Volume rebate", zh: "销量返利" },
  currency: "CNY",
  effective: { start: "2024-01-01", end: "2025-01-01" },
  earner: { kinds: ["agent", "distributor"], memberClasses: ["gold"], territoryIds: ["north"], levels: ["A"], memberIds: ["M1"] },
  scope: { include: { categoryIds: ["bikes"], brandIds: ["B"] }, exclude: { productIds: ["P9"], territoryIds: ["south"] } },
  window: { kind: "calendar", unit: "quarter" },
  qualifier: { kind: "amount" },
  payOn: "qualifier",
  schedule: {
    method: "graduated",
    unit: "CNY",
    boundary: "reaches",
    tiers: [
      { from: "0", to: "500000", unit: "CNY", rate: "0" },
      { from: "500000", rate: "0.01" },
    ],
  },
  limits: [
    { kind: "qualifier_cap", value: "9000000" },
    { kind: "payment_cap", amount: "50000.00" },
  ],
  rounding: { decimals: 2, mode: "half_up" },
};

const inUnit = (unit: string): IncentiveProgramme["schedule"] => ({
  method: "graduated",
  unit,
  boundary: "reaches",
  tiers: [
    { from: "0", rate: "0" },
    { from: "0.5", rate: "0.01" },
  ],
});
const growth = { of: "quantity", unit: "pcs", baseline: "prior_year" } as const;
const windows = [
  ...policyUses.PeriodRule.policies,
  { kind: "agreement" },
  { kind: "agreement", every: { months: 3 } },
  { kind: "agreement", every: { weeks: 4 } },
] as readonly IncentiveProgramme["window"][];
const others: readonly Partial<IncentiveProgramme>[] = [
  ...windows.map((window) => ({ window })),
  { qualifier: { kind: "quantity", unit: "pcs" }, schedule: inUnit("pcs") },
  { qualifier: { kind: "attainment" }, payOn: "amount", schedule: inUnit("ratio") },
  { qualifier: { kind: "growth_rate", ...growth, zeroBaseline: { kind: "not_eligible" } }, payOn: "quantity", schedule: inUnit("ratio") },
  { qualifier: { kind: "growth_amount", of: "amount", baseline: "given", zeroBaseline: { kind: "treat_as_rate", rate: "0.5" } } },
  {
    qualifier: { kind: "growth_rate", ...growth, zeroBaseline: { kind: "pay_on_full_volume" } },
    payOn: "quantity",
    schedule: inUnit("ratio"),
  },
  {
    qualifier: { kind: "growth_rate", ...growth, zeroBaseline: { kind: "floor_baseline", baseline: "100" } },
    payOn: "quantity",
    schedule: inUnit("ratio"),
  },
  { schedule: { method: "pay_to_first", unit: "CNY", boundary: "exceeds", tiers: [{ from: "0", rate: "0.01", fromFirst: true }] } },
  { schedule: { method: "lump_sum_each", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", amount: "-5" }] } },
  { schedule: { method: "package", unit: "CNY", size: "12", amount: "3.5", count: "complete" } },
  { earner: {}, scope: {}, limits: [] },
];
const schema = z.fromJSONSchema(JSON.parse(JSON.stringify(buildJsonSchemas().IncentiveProgramme)));

describe("parsePolicy()", () => {
  test.each([{}, ...others].map((change) => [JSON.stringify(change).slice(0, 90), change] as const))(
    "gives back a programme as it went in, as its JSON Schema does: %s",
    (_, change) => {
      const value = { ...programme, ...change };
      expect(parseIncentiveProgramme(value)).toStrictEqual({ ok: true, value });
      expect(schema.safeParse(value).success).toBe(true);
    },
  );

  test("leaves nothing for checkProgramme to find in the kinds of the fields", () => {
    const parsed = parseIncentiveProgramme(JSON.parse(JSON.stringify(programme)));
    expect(parsed.ok && checkProgramme(parsed.value)).toStrictEqual([]);
  });

  test.each([
    [{ id: "" }, "id", "entities.not_text"],
    [{ currency: "rmb" }, "currency", "entities.not_a_currency"],
    [{ effective: { start: "2024-01-01", end: "2024-01-01" } }, "effective", "entities.not_a_period"],
    [{ earner: { kinds: ["dealer"] } }, "earner.kinds[0]", "entities.not_a_choice"],
    [{ scope: { includes: {} } }, "scope.includes", "entities.unknown_field"],
    [{ window: { kind: "lunar" } }, "window.kind", "entities.not_a_choice"],
    [{ window: { kind: "rolling", length: { months: 0 }, step: "month" } }, "window.length.months", "entities.not_a_count"],
    [{ window: { kind: "rolling", length: [], step: "month" } }, "window.length", "entities.not_a_record"],
    [{ qualifier: { kind: "quantity" } }, "qualifier.unit", "entities.missing"],
    [{ payOn: "margin" }, "payOn", "entities.not_a_choice"],
    [{ schedule: { ...programme.schedule, method: "cumulative" } }, "schedule.method", "entities.not_a_choice"],
    [{ schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [] } }, "schedule.tiers", "entities.empty_list"],
    [
      { schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "1%" }] } },
      "schedule.tiers[0].rate",
      "entities.not_a_decimal",
    ],
    [{ limits: [{ kind: "payment_cap", amount: "-1" }] }, "limits[0].amount", "entities.negative"],
    [{ rounding: { decimals: 21, mode: "half_up" } }, "rounding.decimals", "entities.not_a_count"],
    [{ bonus: true }, "bonus", "entities.unknown_field"],
  ])("refuses %j at %s with %s, as its JSON Schema does", (change, path, code) => {
    const value = { ...programme, ...change };
    const parsed = parseIncentiveProgramme(value);
    expect(parsed.ok ? [] : parsed.problem.map((fault) => [fault.path, fault.code])).toStrictEqual([[path, code]]);
    // the one thing that JSON Schema cannot say: a period starts before it ends
    expect(schema.safeParse(value).success).toBe(code === "entities.not_a_period");
  });

  test("lists every fault at once", () => {
    const parsed = parseIncentiveProgramme({ ...programme, id: 7, limits: {}, titles: { en: "x" } });
    expect(parsed.ok ? [] : parsed.problem.map((fault) => fault.path)).toStrictEqual(["id", "titles.zh", "limits"]);
    expect(parsePolicy("IncentiveProgramme", { ...programme, id: 7, limits: {}, titles: { en: "x" } })).toStrictEqual(parsed);
  });

  test.each([
    [undefined, "entities.missing", {}],
    ["yes", "entities.not_a_choice", { got: '"yes"', want: [true, false] }],
  ])("says of a yes or no that is %j what every other field would say", (supplyDuringNotice, code, params) => {
    const parsed = parseMemberPolicy({ ...memberPolicy, supplyDuringNotice });
    expect(parsed.ok ? [] : parsed.problem).toStrictEqual([{ code, params, path: "supplyDuringNotice" }]);
  });

  test("every policy has a parser of its own name, but for those whose name is a reader of the kernel", () => {
    const own = Object.keys(policySchemas).filter((name) => !(`parse${name}` in schemas));
    expect(own).toStrictEqual(["PeriodRule", "Schedule", "WorkCalendar"]);
    expect(own.every((name) => `parse${name}` in kernel)).toBe(true);
  });

  test("lists every fault of a threshold table, a procedure and a schedule", () => {
    const places = (name: PolicyName, value: unknown) => {
      const parsed = parsePolicy(name, value);
      return parsed.ok ? [] : parsed.problem.map(({ path, code }) => `${code} at ${path}`);
    };
    const tiers = [
      { from: "0", to: "99.99", rate: "0.01" },
      { from: "100", rate: "0.02", unit: "t" },
    ];
    expect(places("TierSchedule", { method: "graduated", unit: "CNY", boundary: "reaches", tiers })).toStrictEqual([
      "engine.tier_gap at tiers[0].to",
      "engine.tier_unit_mixed at tiers[1].unit",
    ]);
    expect(places("ProcedureTemplate", { ...channelProcess, loopsBackTo: "start", roles: {}, stage: [] })).toStrictEqual([
      "entities.unknown_field at stage",
    ]);
    expect(places("ProcedureTemplate", { ...channelProcess, loopsBackTo: "start" })).toStrictEqual([
      "engine.procedure_unknown_name at loopsBackTo",
    ]);
    const schedule = { recurrence: { kind: "months", every: 0, on: { weekday: 9, nth: 6 } }, from: "2024-02-30", adjust: "none" };
    expect(places("Schedule", schedule)).toStrictEqual([
      "entities.not_a_count at recurrence.every",
      "entities.not_a_choice at recurrence.on.weekday",
      "entities.not_a_choice at recurrence.on.nth",
      "entities.not_a_date at from",
    ]);
  });
});
