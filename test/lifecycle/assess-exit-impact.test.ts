import { catalogue } from "qudao/i18n";
import { checkExplanation, renderExplanation, renderMessage } from "qudao/kernel";
import { assessExitImpact, type ExitImpactFacts, type TerritorySales } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const cny = (amount: string) => ({ amount, currency: "CNY" });
const territory = (
  territoryId: string,
  sales: { readonly [memberId: string]: string },
  more: Partial<TerritorySales> = {},
): TerritorySales => ({
  territoryId,
  members: Object.entries(sales).map(([memberId, amount]) => ({ memberId, sales: cny(amount) })),
  ...more,
});
const facts = (...territories: readonly TerritorySales[]): ExitImpactFacts => ({ memberId: "M-1", asOf: "2024-07-01", territories });
const impactOf = (given: ExitImpactFacts) => {
  const answer = assessExitImpact(frozen(given));
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(checkExplanation(answer.value.explanation)).toStrictEqual([]);
  for (const language of ["en", "zh"] as const)
    expect(renderExplanation(answer.value.explanation, { language, catalogue })).not.toMatch(/lifecycle\.|\?/);
  expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  return answer.value.outcome;
};

describe("assessExitImpact()", () => {
  test("S06-32: the exit of the sole member of a territory leaves 100 % uncovered and its sales lost", () => {
    const impact = impactOf(facts(territory("north", { "M-1": "300" }), territory("south", { "M-2": "900" })));
    expect(impact).toStrictEqual({
      uncovered: "1",
      lost: cny("300"),
      atRisk: cny("0"),
      share: "0.25",
      territories: [{ territoryId: "north", coveredBy: [], sales: "300" }],
    });
  });

  // worked by hand: 3 territories of M-1, one alone; 100.10 lost, 200.20 + 0 at risk; 300.30 of 1000.30 is 0.30020993…
  test("S06-32: tells what is lost from what is at risk, with demand and competition beside each territory", () => {
    const impact = impactOf(
      facts(
        territory("north", { "M-1": "100.10" }, { demand: cny("5000"), competitors: 2 }),
        territory("south", { "M-1": "200.20", "M-2": "300" }, { competitors: 0 }),
        territory("west", { "M-3": "400", "M-1": "0" }),
        territory("east", { "M-3": "0" }),
      ),
    );
    expect([impact.uncovered, impact.lost, impact.atRisk, impact.share]).toStrictEqual(["0.3333", cny("100.1"), cny("200.2"), "0.3002"]);
    expect(impact.territories).toStrictEqual([
      { territoryId: "north", coveredBy: [], sales: "100.1", demand: "5000", competitors: 2 },
      { territoryId: "south", coveredBy: ["M-2"], sales: "200.2", competitors: 0 },
      { territoryId: "west", coveredBy: ["M-3"], sales: "0" },
    ]);
  });

  test("a member that others cover everywhere leaves nothing uncovered", () => {
    expect(impactOf(facts(territory("north", { "M-1": "300", "M-2": "1" }))).uncovered).toBe("0");
  });

  test("a channel that sells nothing, net of returns, has no share to speak of", () => {
    expect(impactOf(facts(territory("north", { "M-1": "0" }))).share).toBeNull();
    expect(impactOf(facts(territory("north", { "M-1": "10", "M-2": "-10" }))).share).toBeNull();
  });

  test("cannot tell of a member that covers nothing, nor add up two currencies", () => {
    const nothing = assessExitImpact(facts(territory("north", { "M-2": "300" })));
    expect(nothing).toStrictEqual({ ok: false, problem: { code: "lifecycle.covers_nothing", params: { memberId: "M-1" } } });
    expect(assessExitImpact(facts()).ok).toBe(false);
    const mixed = assessExitImpact(facts(territory("north", { "M-1": "300" }, { demand: { amount: "5", currency: "USD" } })));
    expect(mixed).toStrictEqual({ ok: false, problem: { code: "lifecycle.currencies_differ", params: { currencies: ["CNY", "USD"] } } });
    for (const answer of [nothing, mixed]) if (!answer.ok) expect(renderMessage(answer.problem, "zh", catalogue)).toMatch(/^无法/);
  });

  test.each<readonly [object, string]>([
    [{ memberId: "" }, "kernel.not_text at facts.memberId"],
    [{ asOf: "July" }, "kernel.not_a_date at facts.asOf"],
    [{ territories: "all" }, "kernel.not_a_list at facts.territories"],
    [
      { territories: [{ territoryId: "north", members: [{ memberId: "M-1", sales: 300 }] }] },
      "kernel.not_an_amount at facts.territories[0].members[0].sales",
    ],
    [
      { territories: [territory("north", { "M-1": "300" }), territory("north", {})] },
      "kernel.named_twice at facts.territories[1].territoryId",
    ],
    [{ territories: [{ territoryId: "north", members: [], competitors: -1 }] }, "kernel.not_a_count at facts.territories[0].competitors"],
    [{ territories: [{ territoryId: "north", members: [], demand: "much" }] }, "kernel.not_an_amount at facts.territories[0].demand"],
  ])("what is malformed is a fault: %j", (change, fault) =>
    expect(faultAt(() => assessExitImpact({ ...facts(), ...change } as never))).toBe(fault),
  );
});
