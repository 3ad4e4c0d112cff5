/** Schemas of incentive programmes, which are refused for whatever `checkProgramme` finds. */
import type * as z from "zod";
import { criterionShape, tierScheduleShape } from "../engine/schema.js";
import { participantKinds, saleLineEvents } from "../entities/catalogue.js";
import { remainderOrders } from "../kernel/allocation.js";
import { roundingModes } from "../kernel/decimal.js";
import { periodKinds } from "../kernel/parse-period-rule.js";
import { prorationBases } from "../kernel/proration.js";
import {
  byKind,
  byName,
  checkedBy,
  choice,
  count,
  currency,
  date,
  decimal,
  either,
  eitherCount,
  exactly,
  list,
  mark,
  notNegative,
  period,
  record,
  share,
  someOf,
  text,
  words,
} from "../kernel/schema.js";
import { periodRule, periodRules } from "../kernel/time-schema.js";
import type { ProgrammeWindow } from "./agreement-window.js";
import { checkProgramme } from "./check-programme.js";
import { type IncentiveProgramme, measuredFigures, negativePolicies, returnsPolicies } from "./programme.js";
import { type SellThroughPolicy, sellThroughBases, sellThroughShortages } from "./sell-through.js";

/** How the time of a programme is cut. @internal */
export const programmeWindow = exactly<ProgrammeWindow>()(
  byKind(
    [...periodKinds, "agreement"],
    [...periodRules, record({ kind: choice(["agreement"]), every: eitherCount("months", 1_200, "weeks", 520).optional() })],
  ),
);

const rounding = record({ decimals: count(0, 20), mode: choice(roundingModes) });

const figure = either(["amount", "quantity"], record({ measure: text }));
const growth = {
  of: figure,
  unit: text.optional(),
  baseline: either(
    ["prior_year", "given"],
    byKind(
      ["fixed", "mixed", "rolling"],
      [
        record({ kind: choice(["fixed"]), value: decimal }),
        record({ kind: choice(["mixed"]), years: someOf(record({ back: count(1, 10), weight: decimal })) }),
        record({ kind: choice(["rolling"]), windows: count(1, 12), rounding }),
      ],
    ),
  ),
  zeroBaseline: byKind(
    ["not_eligible", "treat_as_rate", "pay_on_full_volume", "floor_baseline"],
    [
      record({ kind: choice(["not_eligible"]) }),
      record({ kind: choice(["treat_as_rate"]), rate: decimal }),
      record({ kind: choice(["pay_on_full_volume"]) }),
      record({ kind: choice(["floor_baseline"]), baseline: notNegative }),
    ],
  ),
};

const lineTax = byKind(["put_on", "taken_off"], [record({ kind: choice(["put_on"]) }), record({ kind: choice(["taken_off"]), rounding })]);

const names = list(text).optional();
const lineFilter = record({
  productIds: names,
  categoryIds: names,
  brandIds: names,
  territoryIds: names,
  attributes: byName(list(text)).optional(),
});
const scope = record({ include: lineFilter.optional(), exclude: lineFilter.optional() });

/** How much is taken back. @internal */
export const clawback = byKind(
  ["recomputed", "share_of_earned", "unserved_time"],
  [
    record({ kind: choice(["recomputed"]) }),
    record({ kind: choice(["share_of_earned"]), rate: share }),
    record({ kind: choice(["unserved_time"]), by: choice(prorationBases) }),
  ],
);

const payout = record({
  means: text,
  stages: someOf(record({ id: text, share: notNegative, dueDays: count(0, 36_600).optional() })),
  minimum: notNegative,
  payeeId: text.optional(),
  dueDays: count(0, 36_600).optional(),
  withholding: byKind(
    ["rate", "tax"],
    [record({ kind: choice(["rate"]), id: text, titles: words, rate: share }), record({ kind: choice(["tax"]), id: text })],
  ).optional(),
});

/** {@link IncentiveProgramme} as a schema. */
export const IncentiveProgrammeSchema: z.ZodType<IncentiveProgramme> = checkedBy(
  exactly<IncentiveProgramme>()(
    record({
      id: text,
      version: text,
      titles: words,
      currency,
      effective: period,
      publishedOn: date.optional(),
      earner: record({
        kinds: list(choice(participantKinds)).optional(),
        memberClasses: names,
        groupIds: names,
        territoryIds: names,
        levels: names,
        memberIds: names,
        uplineOfSeller: mark.optional(),
        jointly: mark.optional(),
      }),
      scope,
      window: programmeWindow,
      qualifier: byKind(
        ["amount", "quantity", "growth_amount", "growth_rate", "attainment", "measure", "share", "given"],
        [
          record({ kind: choice(["amount"]) }),
          record({ kind: choice(["quantity"]), unit: text }),
          record({ kind: choice(["growth_amount"]), ...growth }),
          record({ kind: choice(["growth_rate"]), ...growth }),
          record({ kind: choice(["attainment"]), of: figure.optional(), unit: text.optional() }),
          record({ kind: choice(["measure"]), measure: text }),
          record({ kind: choice(["share"]), measure: text, of: text }),
          record({ kind: choice(["given"]), fact: text, unit: text }),
        ],
      ),
      payOn: either(["qualifier", "amount", "quantity", "growth_amount"], record({ measure: text })),
      schedule: tierScheduleShape,
      goods: record({ productId: text, unit: text }).optional(),
      right: record({ means: text, unit: text }).optional(),
      limits: list(
        byKind(
          ["qualifier_cap", "payment_floor", "payment_cap"],
          [
            record({ kind: choice(["qualifier_cap"]), value: notNegative }),
            record({ kind: choice(["payment_floor"]), amount: decimal, whereReached: mark.optional() }),
            record({ kind: choice(["payment_cap"]), amount: notNegative, refundable: mark.optional() }),
          ],
        ),
      ),
      rounding,
      trigger: choice(saleLineEvents).optional(),
      measures: list(
        record({
          name: text,
          of: choice(measuredFigures),
          scope,
          unit: text.optional(),
          perUnit: byName(decimal).optional(),
          taxRate: notNegative.optional(),
          lineTax: lineTax.optional(),
          cashDiscount: choice(["taken_off"]).optional(),
        }),
      ).optional(),
      gates: list(criterionShape).optional(),
      returns: choice(returnsPolicies).optional(),
      negative: choice(negativePolicies).optional(),
      stacking: record({ groupId: text, priority: count(1) }).optional(),
      payout: payout.optional(),
      clawback: clawback.optional(),
      caps: list(
        record({
          id: text,
          per: choice(["sale", "member", "programme"]),
          most: notNegative,
          above: choice(["kept", "forfeited"]),
          saleBy: text.optional(),
        }),
      ).optional(),
      guarantee: record({
        amount: notNegative,
        basis: choice(["each_period", "cumulative"]),
        paidAt: choice(["start", "end"]),
        prorateBy: choice(prorationBases),
      }).optional(),
      budget: record({
        amount: notNegative,
        how: choice(["pro_rata", "first_come"]),
        remainder: choice(remainderOrders),
        alertAt: share,
      }).optional(),
      timetable: record({ accrueEvery: periodRule, settleEvery: periodRule.optional(), graceDays: count(0, 36_600) }).optional(),
    }),
  ),
  checkProgramme,
).meta({ title: "Incentive programme 激励方案", description: "What was agreed on one incentive." });

/** {@link SellThroughPolicy} as a schema. */
export const SellThroughPolicySchema: z.ZodType<SellThroughPolicy> = exactly<SellThroughPolicy>()(
  record({ currency, basis: choice(sellThroughBases), shortage: choice(sellThroughShortages), rounding }),
).meta({ title: "Sell-through policy 分销出货计价政策", description: "At what goods that a member sold on count." });
