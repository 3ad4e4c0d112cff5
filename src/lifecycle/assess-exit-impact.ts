import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkCount, checkList, checkRecord, checkText, readSafely } from "../kernel/check.js";
import { compareDecimals, type DecimalString, divideDecimals, roundDecimal, sumDecimals } from "../kernel/decimal.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import type { Message } from "../kernel/message.js";
import { type Money, parseMoney } from "../kernel/money.js";
import type { Rate } from "../kernel/rate.js";
import { checkDistinct } from "../kernel/read.js";
import { err, ok, type Result } from "../kernel/result.js";

/** What the channel sells in one territory. */
export interface TerritorySales {
  /** The territory: one in which no other of the list lies. */
  readonly territoryId: string;
  /** Net sales of each member that covers it, over the same months. A member that covers it without sales is named with 0. */
  readonly members: readonly { readonly memberId: string; readonly sales: Money }[];
  /** What the market of the territory buys from anyone, over the same months, in the same currency. Absent: not known. */
  readonly demand?: Money | undefined;
  /** Competitors that are present. Absent: not known. */
  readonly competitors?: number | undefined;
}

/** Who would leave, and the market it serves. */
export interface ExitImpactFacts {
  /** The member that would leave. */
  readonly memberId: string;
  /** The day the figures were taken. */
  readonly asOf: CalendarDate;
  /** The territories of the channel, each once. */
  readonly territories: readonly TerritorySales[];
}

/** What a leaving member takes along in one territory. */
export interface TerritoryImpact {
  /** The territory. */
  readonly territoryId: string;
  /** The members that still cover it. Empty: nobody does. */
  readonly coveredBy: readonly string[];
  /** Sales of the leaving member: lost where nobody else covers the territory, at risk elsewhere. */
  readonly sales: DecimalString;
  /** What the market buys from anyone. Absent: not known. */
  readonly demand?: DecimalString;
  /** Competitors that are present. Absent: not known. */
  readonly competitors?: number;
}

/** What the channel loses when a member leaves. */
export interface ExitImpact {
  /** Share of the member's territories that nobody else covers, half-up to four places. `"1"`: all of them, 100 %. */
  readonly uncovered: Rate;
  /** Sales in territories that nobody else covers. */
  readonly lost: Money;
  /** Sales in territories that others cover as well. */
  readonly atRisk: Money;
  /** The member's share of the channel's sales, half-up to four places. `null`: the channel sells nothing, net of returns. */
  readonly share: Rate | null;
  /** Its territories, in the order given. */
  readonly territories: readonly TerritoryImpact[];
}

/** Why the impact cannot be told. */
export type ExitImpactProblem = Message<"lifecycle.covers_nothing" | "lifecycle.currencies_differ">;

/**
 * Assesses what the channel loses when a member leaves: coverage, sales, and to whom.
 *
 * @remarks
 * `uncovered` = territories of the member without another member ÷ territories of the member. Its sales add up from the territories:
 * lost where it is alone, at risk where others remain. Demand and competitors are shown with each territory and enter no figure.
 *
 * @param facts - The member and the territories of the channel, with the sales of the same months.
 * @returns The impact, with a working whose territories add up to the member's sales.
 * @throws LibraryFault `kernel.*` where a field cannot be read; `kernel.named_twice` for a territory that comes twice.
 *
 * @errors
 * - `lifecycle.covers_nothing` - the member covers no territory of the list.
 * - `lifecycle.currencies_differ` - the figures are in several currencies.
 *
 * @source Exit management: analyse demand and competition before a relationship is ended (分析市场需求和竞争状况).
 *
 * @example The only member of a territory
 * ```ts
 * import { assessExitImpact } from "qudao/lifecycle";
 *
 * const cny = (amount: string) => ({ amount, currency: "CNY" });
 * const territories = [
 *   { territoryId: "north", members: [{ memberId: "M-1", sales: cny("300") }] },
 *   { territoryId: "south", members: [{ memberId: "M-2", sales: cny("900") }] },
 * ];
 * const answer = assessExitImpact({ memberId: "M-1", asOf: "2024-07-01", territories });
 * const impact = answer.ok && answer.value.outcome;
 * impact && [impact.uncovered, impact.lost.amount, impact.share]; // => ["1", "300", "0.25"]
 * ```
 *
 * @since 0.1.0
 */
export function assessExitImpact(facts: ExitImpactFacts): Result<Explained<ExitImpact>, ExitImpactProblem> {
  return readSafely("facts", () => {
    const { memberId, asOf, territories } = readFacts(facts);
    const currencies = new Set(territories.flatMap(currenciesOf));
    if (currencies.size > 1) return err({ code: "lifecycle.currencies_differ", params: { currencies: [...currencies].sort() } });
    const [currency] = currencies;
    const own = territories.filter(({ members }) => members.some((member) => member.memberId === memberId));
    if (own.length === 0 || currency === undefined) return err({ code: "lifecycle.covers_nothing", params: { memberId } });

    const impacts = own.map((territory) => impactIn(territory, memberId));
    const alone = impacts.filter(({ coveredBy }) => coveredBy.length === 0);
    const sales = sumDecimals(impacts.map((impact) => impact.sales));
    const lost = sumDecimals(alone.map((impact) => impact.sales));
    const all = sumDecimals(territories.flatMap(({ members }) => members.map((member) => member.sales.amount)));
    const outcome: ExitImpact = {
      uncovered: rateOf(String(alone.length), String(impacts.length)),
      lost: { amount: lost, currency },
      atRisk: { amount: sumDecimals(impacts.filter(({ coveredBy }) => coveredBy.length > 0).map((impact) => impact.sales)), currency },
      share: compareDecimals(all, "0") > 0 ? rateOf(sales, all) : null,
      territories: impacts,
    };
    return ok({ outcome, explanation: explain(outcome, memberId, asOf, sales) });
  });
}

function readFacts(facts: ExitImpactFacts): ExitImpactFacts {
  const given = checkRecord(facts, "facts");
  const territories = checkList(given["territories"], "facts.territories").map((value, i): TerritorySales => {
    const path = `facts.territories[${i}]`;
    const territory = checkRecord(value, path);
    const members = checkList(territory["members"], `${path}.members`).map((one, j) => {
      const member = checkRecord(one, `${path}.members[${j}]`);
      return {
        memberId: checkText(member["memberId"], `${path}.members[${j}].memberId`),
        sales: parseMoney(member["sales"], `${path}.members[${j}].sales`),
      };
    });
    const { demand, competitors } = territory;
    return {
      territoryId: checkText(territory["territoryId"], `${path}.territoryId`),
      members,
      ...(demand === undefined ? {} : { demand: parseMoney(demand, `${path}.demand`) }),
      ...(competitors === undefined ? {} : { competitors: checkCount(competitors, `${path}.competitors`, 0, Number.MAX_SAFE_INTEGER) }),
    };
  });
  checkDistinct(
    territories.map(({ territoryId }) => territoryId),
    "facts.territories",
    "territoryId",
  );
  return { memberId: checkText(given["memberId"], "facts.memberId"), asOf: parseDate(given["asOf"], "facts.asOf"), territories };
}

function currenciesOf({ members, demand }: TerritorySales): readonly string[] {
  return [...members.map(({ sales }) => sales.currency), ...(demand === undefined ? [] : [demand.currency])];
}

function impactIn({ territoryId, members, demand, competitors }: TerritorySales, memberId: string): TerritoryImpact {
  return {
    territoryId,
    coveredBy: [...new Set(members.map((member) => member.memberId).filter((id) => id !== memberId))],
    sales: sumDecimals(members.filter((member) => member.memberId === memberId).map(({ sales }) => sales.amount)),
    ...(demand === undefined ? {} : { demand: demand.amount }),
    ...(competitors === undefined ? {} : { competitors }),
  };
}

function rateOf(part: DecimalString, whole: DecimalString): Rate {
  return roundDecimal(divideDecimals(part, whole), 4, "half_up");
}

function explain(
  { uncovered, lost, atRisk, share, territories }: ExitImpact,
  memberId: string,
  asOf: string,
  sales: DecimalString,
): Explanation {
  const { currency } = lost;
  return {
    code: "lifecycle.exit_impact",
    params: { memberId, asOf, uncovered, lost: { ...lost }, atRisk: { ...atRisk }, share, sales },
    adds: "sales",
    from: territories.map(({ territoryId, coveredBy, sales: amount, demand, competitors }) => ({
      code: coveredBy.length === 0 ? "lifecycle.exit_uncovered" : "lifecycle.exit_covered",
      params: { territoryId, coveredBy: [...coveredBy], sales: amount, currency, demand: demand ?? null, competitors: competitors ?? null },
    })),
  };
}
