/** A window that is not known, and the windows into which it would have carried something. */
import type { SaleLine } from "qudao/entities";
import { catalogue } from "qudao/i18n";
import { computeIncentive, type IncentiveExplanation, type IncentiveLimit, type IncentiveProgramme } from "qudao/incentives";
import { renderExplanation } from "qudao/kernel";
import { StatementSchema } from "qudao/schemas";
import { accumulate, explainStatement, openAccumulator, type SettlementFacts, settle } from "qudao/settlement";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { lines as says } from "../support/says.js";
import { dealer, lineOf, policyOf, programmeOf } from "../support/settlement.js";

const cap = (amount: string, refundable?: true): IncentiveLimit =>
  refundable ? { kind: "payment_cap", amount, refundable } : { kind: "payment_cap", amount };
/** 10 % of the sales where a quota is known; at most 50 a quarter, what is above waits. */
const tenth = (changes: Partial<IncentiveProgramme> = {}) =>
  programmeOf({
    qualifier: { kind: "attainment" },
    payOn: "amount",
    schedule: { method: "retroactive", unit: "ratio", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
    limits: [cap("50", true)],
    ...changes,
  });
const sold = (date: string, amount: string, changes: Partial<SaleLine> = {}) => lineOf({ id: date, date, amount, ...changes });
const quotas = (...periodIds: readonly string[]) => ({
  quotas: periodIds.map((periodId) => ({ memberId: "A", periodId, amount: { amount: "1", currency: "CNY" } })),
});
const statementOf = (policy: object, lines: readonly SaleLine[], facts: object) => {
  const accumulator = openAccumulator(policyOf(policy));
  expect(accumulate(accumulator, lines).rejected).toStrictEqual([]);
  const settlement = settle(accumulator, frozen({ asOf: "2025-01-01", ...facts }) as SettlementFacts);
  expect(JSON.parse(JSON.stringify(settlement))).toStrictEqual(settlement);
  return settlement.statements[0];
};
const rows = (programmes: readonly IncentiveProgramme[], lines: readonly SaleLine[], facts: object = {}, policy: object = {}) =>
  statementOf({ programmes, ...policy }, lines, facts)?.lines.map(({ window, earned, problem }) =>
    `${window.id} ${earned?.amount ?? `${problem?.code} ${Object.values(problem?.params ?? {})}`}`.trim(),
  );
const MISSING = "incentives.quota_missing";
const hangs = (window: string, on: string) => `${window} settlement.withheld_undetermined ${on}`;

describe("what a refundable cap withholds in a window that is not known", () => {
  const january = sold("2024-01-10", "900");

  test.each([
    ["499.90", hangs("2024-Q2", "2024-Q1")],
    ["500.00", "2024-Q2 50.00"],
    ["500.10", "2024-Q2 50.00"],
  ])("a tenth of %s in the next window: known only where the cap of 50 is reached without it", (amount, want) => {
    const lines = [january, sold("2024-05-10", amount), sold("2024-08-10", "100")];
    expect(rows([tenth()], lines, quotas("2024-Q2", "2024-Q3"))).toStrictEqual([
      `2024-Q1 ${MISSING}`,
      want,
      hangs("2024-Q3", "2024-Q1"),
      // nothing is sold and no quota stated, but something may be waiting
      `2024-Q4 ${MISSING}`,
    ]);
  });

  test("is not known at the cap either where single sales are capped: it matters which part of the 50 the sale of May brought", () => {
    const caps = [{ id: "line", per: "sale", most: "20", above: "forfeited" }] as const;
    const lines = [january, sold("2024-05-10", "600")];
    expect(rows([tenth({ caps })], lines, quotas("2024-Q2"))?.[1]).toBe(hangs("2024-Q2", "2024-Q1"));
    expect(rows([tenth({ caps })], [sold("2024-05-10", "600")], quotas("2024-Q2"))?.[0]).toBe("2024-Q2 20.00");
  });

  test.each([
    ["49.99", hangs("2024-Q2", "2024-Q1"), hangs("2024-Q2", "2024-Q1")],
    ["50.00", "2024-Q2 50.00", "2024-Q2 12.00"],
    ["50.01", "2024-Q2 50.00", "2024-Q2 12.00"],
  ])(
    "is known there where a floor of %s reaches the cap of 50 before any sale: the sale of May then brought nothing",
    (amount, want, beside) => {
      const caps = [{ id: "line", per: "sale", most: "20", above: "forfeited" }] as const;
      const floored = tenth({ caps, limits: [{ kind: "payment_floor", amount }, cap("50", true)] });
      const lines = [january, sold("2024-05-10", "600")];
      expect(rows([floored], lines, quotas("2024-Q2"))?.[1]).toBe(want);
      // and the lower of two is 2 % of 600, however much waits
      const place = (priority: number) => ({ stacking: { groupId: "G", priority } });
      const schedule = { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.02" }] } as const;
      const two = programmeOf({ id: "two", schedule, ...place(2) });
      const stacking = [{ id: "G", priority: 1, combine: "lowest", reducedBy: [], excludes: [] }];
      const found = rows([{ ...floored, ...place(1) }, two], lines, quotas("2024-Q2"), { stacking });
      expect(found?.at(-1)).toBe(beside);
    },
  );

  test("what such a window withholds itself is known and paid later, though what its sales brought is not", () => {
    const caps = [{ id: "line", per: "sale", most: "20", above: "forfeited" }] as const;
    const lines = [january, sold("2024-05-10", "600")];
    const programmes = [tenth({ caps, limits: [cap("60"), cap("50", true)] })];
    // 60 and what waits are cut to 60, of which 50 are paid and 10 wait
    expect(rows(programmes, lines, quotas("2024-Q2", "2024-Q3"))).toStrictEqual([
      `2024-Q1 ${MISSING}`,
      hangs("2024-Q2", "2024-Q1"),
      "2024-Q3 10.00",
    ]);
    const statement = statementOf({ programmes }, lines, quotas("2024-Q2", "2024-Q3"));
    expect(statement?.lines.map(({ withheld }) => withheld)).toStrictEqual([null, "10", "0"]);
  });

  test("is known again with the quota: 90 and 49.99 under 50 each, then 10", () => {
    const lines = [january, sold("2024-05-10", "499.90"), sold("2024-08-10", "100")];
    const found = rows([tenth()], lines, quotas("2024-Q1", "2024-Q2", "2024-Q3"));
    expect(found).toStrictEqual(["2024-Q1 50.00", "2024-Q2 50.00", "2024-Q3 49.99"]);
  });

  test("is null and not absent, and the statement says in both languages on what it hangs, beside what is known too", () => {
    const lines = [january, sold("2024-05-10", "600"), sold("2024-08-10", "100")];
    const statement = statementOf({ programmes: [tenth()] }, lines, quotas("2024-Q2", "2024-Q3"));
    expect(statement?.lines.map(({ withheld, status }) => [withheld, status])).toStrictEqual([
      [null, "undetermined"],
      [null, "final"],
      [null, "undetermined"],
      [null, "undetermined"],
    ]);
    const may = statement?.lines[1]?.explanation as IncentiveExplanation;
    expect(may.from?.map(({ code, params }) => `${code} ${params["amount"]}`).slice(-2)).toStrictEqual([
      "incentives.payment_withheld -10",
      "incentives.withheld_unknown 0",
    ]);
    expect(says(may, "en").at(-1)).toBe("How much is withheld for later hangs on what was earned in 2024-Q1, which is not known");
    expect(says(may, "zh").at(-1)).toBe("暂扣至后期的金额取决于 2024-Q1 的应得，而该应得尚未确定");
    expect(StatementSchema.parse(statement)).toStrictEqual(statement);
    expect([statement?.total.amount, statement?.undetermined]).toStrictEqual(["50.00", 3]);
    const read = (language: "en" | "zh") => renderExplanation(explainStatement(statement as never), { language, catalogue });
    expect(read("en")).toContain("What a cap withheld before and is paid now hangs on what was earned in 2024-Q1, which is not known");
    expect(read("zh")).toContain("前期因上限暂扣、本期应付的金额取决于 2024-Q1 的应得，而该应得尚未确定");
  });

  test("is told apart from nothing: no cap withholds, or 0 is withheld", () => {
    const withheld = (limits: readonly IncentiveLimit[], facts: object) =>
      statementOf({ programmes: [tenth({ limits })] }, [january], facts)?.lines.map((line) => line.withheld);
    expect(withheld([cap("50")], quotas("2024-Q1"))).toStrictEqual([undefined]);
    expect(withheld([cap("50")], {})).toStrictEqual([undefined]);
    // 90, 40 of it later: paid in the second quarter, where nothing is sold
    expect(withheld([cap("50", true)], quotas("2024-Q1", "2024-Q2"))).toStrictEqual(["40", "0"]);
    expect(withheld([cap("50", true)], quotas("2024-Q2"))).toStrictEqual([null, null, null, null]);
  });

  test("cannot be handed on to one decision as if it were nothing", () => {
    const facts = { amount: "100", quantity: "1", quota: "1", withheld: null as never };
    expect(faultAt(() => computeIncentive(facts, tenth()))).toBe("kernel.not_a_decimal at facts.withheld");
  });

  test("is known of a line where only its share of what the whole programme pays is not", () => {
    const programme = tenth({ caps: [{ id: "all", per: "programme", most: "60", above: "forfeited" }] });
    const accumulator = openAccumulator(policyOf({ programmes: [programme], members: [dealer, { ...dealer, id: "B" }] }));
    accumulate(accumulator, [january, sold("2024-01-11", "900", { memberId: "B" })]);
    const known = { memberId: "B", periodId: "2024-Q1", amount: { amount: "1", currency: "CNY" } };
    const line = settle(accumulator, { asOf: "2024-04-01", quotas: [known] }).statements[1]?.lines[0];
    // 90, of which 40 wait whatever A earned
    expect([line?.problem?.code, line?.earned, line?.withheld]).toStrictEqual(["settlement.share_undetermined", null, "40"]);
  });

  test("is not paid where a gate fails: that window is known, and the one after it is not", () => {
    const gated = tenth({ gates: [{ code: "host.fifty", kind: "min", fact: "amount", min: "50", title: { en: "50", zh: "满 50" } }] });
    const lines = [january, sold("2024-05-10", "49.99"), sold("2024-08-10", "100")];
    expect(rows([gated], lines, quotas("2024-Q2", "2024-Q3"))?.slice(0, 3)).toStrictEqual([
      `2024-Q1 ${MISSING}`,
      "2024-Q2 0.00",
      hangs("2024-Q3", "2024-Q1"),
    ]);
  });

  test.each<[string, readonly IncentiveLimit[]]>([
    ["no cap", []],
    ["a cap whose rest is lost", [cap("50")]],
    ["a refundable cap above one whose rest is lost", [cap("50"), cap("80", true)]],
    ["a refundable cap as high as one whose rest is lost", [cap("50"), cap("50", true)]],
  ])("is nothing under %s: the next window is known", (_, limits) => {
    const lines = [january, sold("2024-05-10", "300")];
    expect(rows([tenth({ limits })], lines, quotas("2024-Q2"))).toStrictEqual([`2024-Q1 ${MISSING}`, "2024-Q2 30.00"]);
  });

  test("is something under a refundable cap below one whose rest is lost", () => {
    const lines = [january, sold("2024-05-10", "300")];
    const found = rows([tenth({ limits: [cap("50"), cap("49.99", true)] })], lines, quotas("2024-Q2"));
    expect(found?.slice(0, 2)).toStrictEqual([`2024-Q1 ${MISSING}`, hangs("2024-Q2", "2024-Q1")]);
  });

  test("is known again where as much as can be is withheld: 10 of a cap of 60 whose rest is lost", () => {
    const limits = [cap("60"), cap("50", true)];
    const lines = [january, sold("2024-05-10", "599.90"), sold("2024-08-10", "600"), sold("2024-11-10", "100")];
    // 59.99 and what waits are 50 for certain, but 9.99 to 10 wait on; of 60 and what waits it is 10; then 10 + 10
    expect(rows([tenth({ limits })], lines, quotas("2024-Q2", "2024-Q3", "2024-Q4"))).toStrictEqual([
      `2024-Q1 ${MISSING}`,
      "2024-Q2 50.00",
      "2024-Q3 50.00",
      "2024-Q4 20.00",
    ]);
    expect(rows([tenth({ limits })], [...lines.slice(0, 2), ...lines.slice(3)], quotas("2024-Q2", "2024-Q4"))).toStrictEqual([
      `2024-Q1 ${MISSING}`,
      "2024-Q2 50.00",
      `2024-Q3 ${MISSING}`,
      hangs("2024-Q4", "2024-Q1"),
    ]);
  });

  test("hangs over into the next version, is paid in its first window without a refundable cap, and leaves the second alone", () => {
    const first = tenth({ effective: { start: "2024-01-01", end: "2024-07-01" } });
    const second = tenth({ version: "2", effective: { start: "2024-07-01", end: "2025-01-01" }, limits: [] });
    const lines = [sold("2024-05-10", "900"), sold("2024-08-10", "100"), sold("2024-11-10", "200")];
    expect(rows([first, second], lines, quotas("2024-Q3", "2024-Q4"))).toStrictEqual([
      `2024-Q2 ${MISSING}`,
      hangs("2024-Q3", "2024-Q2"),
      "2024-Q4 20.00",
    ]);
    // what is known to wait may have been paid in the third quarter or not, as long as that is not known: 40 of 90
    expect(rows([first, second], lines, quotas("2024-Q2", "2024-Q4"))).toStrictEqual([
      "2024-Q2 50.00",
      `2024-Q3 ${MISSING}`,
      hangs("2024-Q4", "2024-Q3"),
    ]);
    expect(rows([first, second], lines, quotas("2024-Q2", "2024-Q3", "2024-Q4"))).toStrictEqual([
      "2024-Q2 50.00",
      "2024-Q3 50.00",
      "2024-Q4 20.00",
    ]);
  });

  test("is the same in goods, and where programmes share sales", () => {
    const goods = tenth({ goods: { productId: "P9", unit: "piece" }, rounding: { decimals: 0, mode: "floor" } });
    const lines = [january, sold("2024-05-10", "499.99"), sold("2024-08-10", "500")];
    const known = quotas("2024-Q2", "2024-Q3");
    expect(rows([goods], lines, known)?.slice(1, 3)).toStrictEqual([hangs("2024-Q2", "2024-Q1"), "2024-Q3 0.00"]);
    const stacking = [{ id: "G", priority: 1, combine: "add", reducedBy: [], excludes: [] }];
    expect(rows([tenth({ stacking: { groupId: "G", priority: 1 } })], lines, known, { stacking })?.slice(1, 3)).toStrictEqual([
      hangs("2024-Q2", "2024-Q1"),
      "2024-Q3 50.00",
    ]);
  });
});

describe("what is carried below 0 from a window whose measure is not known", () => {
  const gross = (changes: Partial<IncentiveProgramme>) =>
    programmeOf({ qualifier: { kind: "measure", measure: "list" }, measures: [{ name: "list", of: "gross", scope: {} }], ...changes });
  const lines = [
    sold("2024-01-10", "900", { kind: "return" }),
    sold("2024-05-10", "500", { unitPrice: "500" }),
    sold("2024-08-10", "500", { unitPrice: "500" }),
  ];

  test("leaves the next windows open, where anything below 0 is carried", () => {
    expect(rows([gross({ negative: "carry_forward" })], lines)).toStrictEqual([
      "2024-Q1 incentives.measure_missing list",
      "2024-Q2 settlement.carried_undetermined 2024-Q1",
      "2024-Q3 settlement.carried_undetermined 2024-Q1",
    ]);
    expect(rows([gross({})], lines)).toStrictEqual(["2024-Q1 incentives.measure_missing list", "2024-Q2 5.00", "2024-Q3 5.00"]);
  });

  test("is known with the list price: 900 come back, so that 100 are left in the third quarter", () => {
    const priced = [sold("2024-01-10", "900", { kind: "return", unitPrice: "900" }), ...lines.slice(1)];
    expect(rows([gross({ negative: "carry_forward" })], priced)).toStrictEqual(["2024-Q1 0.00", "2024-Q2 0.00", "2024-Q3 1.00"]);
  });

  test("amounts and quantities are always known, whatever the window comes to", () => {
    const returned = [sold("2024-01-10", "900", { kind: "return" }), sold("2024-05-10", "1000")];
    expect(rows([tenth({ negative: "carry_forward", limits: [] })], returned, quotas("2024-Q2"))).toStrictEqual([
      `2024-Q1 ${MISSING}`,
      "2024-Q2 10.00",
    ]);
  });
});
