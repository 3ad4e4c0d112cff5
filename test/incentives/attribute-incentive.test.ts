import fc from "fast-check";
import { catalogue } from "qudao/i18n";
import { type AttributedLine, attributeIncentive, computeIncentive, type IncentiveProgramme, type SliceValue } from "qudao/incentives";
import { checkExplanation, renderExplanation, sumDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { expectPlain } from "../support/incentives.js";
import { programmeOf } from "../support/settlement.js";

/** Nothing for the first ten units, 10 % of the amount of the next ten, 20 % beyond. */
const stepped = programmeOf({
  qualifier: { kind: "quantity", unit: "piece" },
  payOn: "amount",
  schedule: {
    method: "graduated",
    unit: "piece",
    boundary: "reaches",
    tiers: [
      { from: "0", rate: "0" },
      { from: "10", rate: "0.1" },
      { from: "20", rate: "0.2" },
    ],
  },
});
const line = (id: string, date: string, amount: string, quantity: string): AttributedLine => ({ id, date, amount, quantity });

function attributed(lines: readonly AttributedLine[], sliceValue: SliceValue, programme: IncentiveProgramme = stepped) {
  const answer = attributeIncentive(frozen({ lines, asOf: "2024-03-31" }), frozen({ programme, sliceValue }));
  if (!answer.ok) return answer.problem.code;
  expectPlain(answer.value);
  const { before, earned, lines: parts } = answer.value.outcome;
  expect(Number(sumDecimals([before.amount, ...parts.map((part) => part.earned.amount)]))).toBe(Number(earned.amount));
  expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
  return [before.amount, ...parts.map((part) => `${part.id} ${part.earned.amount}`), earned.amount];
}

describe("attributeIncentive()", () => {
  const cheap = line("L1", "2024-01-10", "20", "10");
  const dear = line("L2", "2024-02-10", "80", "10");

  test("complaint 25: units fill the tiers in the order of the sales, each at its own price, or all at the average price", () => {
    // average: 20 units for 100 are 5 each; ten of them in the tier of 10 %
    expect(attributed([cheap, dear], "average")).toStrictEqual(["0.00", "L1 0.00", "L2 5.00", "5.00"]);
    expect(attributed([cheap, dear], "own")).toStrictEqual(["0.00", "L1 0.00", "L2 8.00", "8.00"]);
    // the dear ones first: the ten at 2 are in the tier of 10 %
    expect(attributed([{ ...dear, date: "2024-01-01" }, cheap], "own")).toStrictEqual(["0.00", "L2 0.00", "L1 2.00", "2.00"]);
  });

  test("a line across tiers is split by its units", () => {
    // 5 units free, 10 at 10 %, 5 at 20 %, of 10 each
    expect(attributed([line("L0", "2024-01-01", "1", "5"), line("L1", "2024-01-02", "200", "20")], "own")).toStrictEqual([
      "0.00",
      "L0 0.00",
      "L1 20.00",
      "20.00",
    ]);
  });

  test("a return takes units back from the highest tier that is filled, and a full return leaves nothing", () => {
    const back = line("R", "2024-03-01", "-40", "-5");
    expect(attributed([cheap, dear, back], "own")).toStrictEqual(["0.00", "L1 0.00", "L2 8.00", "R -4.00", "4.00"]);
    expect(attributed([cheap, dear, line("R", "2024-03-01", "-80", "-10")], "own")).toStrictEqual([
      "0.00",
      "L1 0.00",
      "L2 8.00",
      "R -8.00",
      "0.00",
    ]);
  });

  test("lines of one day go by identifier, whatever the order of the list", () => {
    const same = { ...dear, date: cheap.date };
    expect(attributed([same, cheap], "own")).toStrictEqual(attributed([cheap, same], "own"));
  });

  test("a guarantee is earned before any line, and an amount without units goes to the tier that is filled", () => {
    const guaranteed = { ...stepped, limits: [{ kind: "payment_floor", amount: "6" }] } as const;
    expect(attributed([cheap, dear], "own", guaranteed)).toStrictEqual(["6.00", "L1 0.00", "L2 2.00", "8.00"]);
    expect(attributed([cheap, dear, line("X", "2024-03-01", "10", "0")], "own")).toStrictEqual([
      "0.00",
      "L1 0.00",
      "L2 8.00",
      "X 1.00",
      "9.00",
    ]);
    expect(attributed([line("X", "2024-03-01", "10", "0")], "own")).toStrictEqual(["0.00", "X 0.00", "0.00"]);
  });

  test("a gate that does not hold yet leaves earlier sales without, and the one that opens it brings all", () => {
    const gates = [{ code: "host.much", kind: "min", fact: "quantity", min: "20", title: { en: "much", zh: "足量" } }] as const;
    expect(attributed([cheap, dear], "own", { ...stepped, gates })).toStrictEqual(["0.00", "L1 0.00", "L2 8.00", "8.00"]);
    expect(attributed([cheap], "own", { ...stepped, gates })).toStrictEqual(["0.00", "L1 0.00", "0.00"]);
  });

  test("the running increments of one published example: 1,000 earn 100 in tiers of 10 % to 500 and 20 % beyond, with 300 sold before", () => {
    const rising = programmeOf({
      schedule: {
        method: "graduated",
        unit: "CNY",
        boundary: "reaches",
        tiers: [
          { from: "0", rate: "0.1" },
          { from: "500", rate: "0.2" },
        ],
      },
    });
    // f(300) = 30; f(1300) = 50 + 160 = 210
    expect(attributed([line("L1", "2024-01-01", "300", "1"), line("L2", "2024-01-02", "1000", "1")], "average", rising)).toStrictEqual([
      "0.00",
      "L1 30.00",
      "L2 180.00",
      "210.00",
    ]);
  });

  test("what is missing is a problem", () => {
    expect(
      attributed(
        [cheap],
        "average",
        programmeOf({ qualifier: { kind: "attainment" }, schedule: { ...stepped.schedule, unit: "ratio" } as never, payOn: "amount" }),
      ),
    ).toBe("incentives.quota_missing");
  });

  test("refuses a programme whose units have no price of their own, and what cannot be read", () => {
    const at = (programme: IncentiveProgramme, lines: readonly AttributedLine[] = [cheap]) =>
      faultAt(() => attributed(lines, "own", programme));
    expect(at(programmeOf())).toBe("incentives.own_value at policy.sliceValue");
    expect(at({ ...stepped, payOn: "qualifier" })).toBe("incentives.own_value at policy.sliceValue");
    expect(at({ ...stepped, limits: [{ kind: "qualifier_cap", value: "15" }] })).toBe("incentives.own_value at policy.sliceValue");
    expect(at({ ...stepped, schedule: { ...stepped.schedule, method: "retroactive" } as never })).toBe(
      "incentives.own_value at policy.sliceValue",
    );
    expect(at(stepped, [cheap, cheap])).toBe("kernel.named_twice at facts.lines[1].id");
    expect(at(stepped, [{ ...cheap, date: "2024-02-30" }])).toBe("kernel.not_a_date at facts.lines[0].date");
    expect(faultAt(() => attributed([cheap], "mean" as never))).toBe("kernel.not_a_choice at policy.sliceValue");
  });

  describe("measures that lines bring", () => {
    const onMargin = programmeOf({
      measures: [{ name: "margin", of: "margin", scope: {} }],
      qualifier: { kind: "amount" },
      payOn: { measure: "margin" },
      schedule: { method: "retroactive", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.1" }] },
    });
    const lines = [
      { ...cheap, measures: { margin: "15" } },
      { ...dear, measures: { margin: "-5" } },
    ];

    test("run with them; one that names none brings nothing", () => {
      expect(attributed(lines, "average", onMargin)).toStrictEqual(["0.00", "L1 1.50", "L2 -0.50", "1.00"]);
      expect(attributed([lines[0] as AttributedLine, dear], "average", onMargin)).toStrictEqual(["0.00", "L1 1.50", "L2 0.00", "1.50"]);
    });

    test("do not stand beside the lines as well; one that no line names stands there, or is missing", () => {
      const policy = { programme: onMargin, sliceValue: "average" } as const;
      expect(faultAt(() => attributeIncentive({ lines, measures: { margin: "10" } }, policy))).toBe(
        "kernel.named_twice at facts.measures.margin",
      );
      const whole = attributeIncentive({ lines: [cheap, dear], measures: { margin: "10" } }, policy);
      expect(whole.ok && whole.value.outcome.before.amount).toBe("1.00");
      expect(attributed([cheap, dear], "average", onMargin)).toBe("incentives.measure_missing");
    });

    test("what cannot be read is named with its place", () => {
      const bad = [{ ...cheap, measures: { margin: "1,5" } }];
      const policy = { programme: onMargin, sliceValue: "average" } as const;
      expect(faultAt(() => attributeIncentive({ lines: bad }, policy))).toBe("kernel.not_a_decimal at facts.lines[0].measures.margin");
    });
  });

  test("goods and rights are spread in units of them, and no line adds money", () => {
    const dozens = {
      schedule: { method: "package", unit: "CNY", size: "100", amount: "1", count: "complete" },
      rounding: { decimals: 0, mode: "floor" },
    } as const;
    const lines = [line("L1", "2024-01-10", "950", "1"), line("L2", "2024-01-11", "50", "1"), line("L3", "2024-01-12", "-250", "-1")];
    const none = { amount: "0.00", currency: "CNY" };
    const pieces = (quantity: string) => ({ goods: { productId: "P2", quantity, unit: "piece" } });
    const goods = programmeOf({ ...dozens, goods: { productId: "P2", unit: "piece" } });
    const answer = attributeIncentive(frozen({ lines }), { programme: goods, sliceValue: "average" });
    if (!answer.ok) throw new Error();
    // 9 of 950, 10 of 1,000, 7 of 750
    expect(answer.value.outcome).toStrictEqual({
      earned: none,
      ...pieces("7"),
      before: none,
      unitsBefore: "0",
      lines: [
        { id: "L1", earned: none, ...pieces("9") },
        { id: "L2", earned: none, ...pieces("1") },
        { id: "L3", earned: none, ...pieces("-3") },
      ],
    });
    expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
    const said = (language: "en" | "zh") => renderExplanation(answer.value.explanation, { language, catalogue }).split("\n")[0];
    expect([said("en"), said("zh")]).toStrictEqual(["Volume rebate, sale by sale: 7 piece", "销量返利，逐笔计算：7 piece"]);

    // one day in any case
    const floor = [{ kind: "payment_floor", amount: "1" }] as const;
    const right = programmeOf({ ...dozens, limits: floor, right: { means: "training_support", unit: "day" } });
    const days = attributeIncentive({ lines: lines.slice(0, 1) }, { programme: right, sliceValue: "average" });
    const { unitsBefore, lines: parts, right: all } = days.ok ? days.value.outcome : ({} as never);
    expect([unitsBefore, parts[0]?.right?.quantity, all?.quantity]).toStrictEqual(["1", "8", "9"]);
  });

  test("reads in both languages", () => {
    const answer = attributeIncentive({ lines: [dear] }, { programme: stepped, sliceValue: "own" });
    if (!answer.ok) throw new Error();
    expect(renderExplanation(answer.value.explanation, { language: "en", catalogue }).split("\n")).toStrictEqual([
      "Volume rebate, sale by sale: 0.00 CNY",
      "  Before any sale: 0.00",
      "  L2 on 2024-02-10: 0.00",
    ]);
    expect(renderExplanation(answer.value.explanation, { language: "zh", catalogue }).split("\n")[2]).toBe("  2024-02-10 L2：0.00");
  });

  test("at the average, the parts add up to what the calculator pays on the sums", () => {
    const value = (most: number) => fc.integer({ min: -most, max: most }).map((n) => (n / 100).toFixed(2));
    const lines = fc.array(fc.tuple(fc.constantFrom("2024-01-01", "2024-02-01"), value(90_000), value(2_000)), { maxLength: 6 });
    fc.assert(
      fc.property(lines, fc.constantFrom(stepped, programmeOf(), programmeOf({ negative: "recover" })), (drawn, programme) => {
        const all = drawn.map(([date, amount, quantity], i) => line(`L${i}`, date, amount, quantity));
        const sums = { amount: sumDecimals(all.map(({ amount }) => amount)), quantity: sumDecimals(all.map(({ quantity }) => quantity)) };
        const whole = computeIncentive(sums, programme);
        const found = attributed(all, "average", programme);
        expect(whole.ok && whole.value.outcome.earned.amount).toBe(Array.isArray(found) ? found.at(-1) : found);
      }),
      { seed: 20240101, numRuns: 300 },
    );
  });
});
