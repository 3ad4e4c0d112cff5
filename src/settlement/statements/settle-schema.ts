/** Schemas of the answer of `settle`, for hosts that store it until it is settled, paid and shown. */
import type * as z from "zod";
import { ruleVerdicts } from "../../engine/combine-findings.js";
import type { IncentiveExplanation } from "../../incentives/programme-answer.js";
import {
  byName,
  checkedBy,
  choice,
  count,
  date,
  decimal,
  exactly,
  firstFault,
  list,
  money,
  notNegative,
  orNull,
  record,
  text,
  words,
} from "../../kernel/schema.js";
import { readStatement, readStatements } from "../account-kit.js";
import type { Settlement, Statement, StatementProblem } from "../statement.js";
import { json, working } from "./record-schema.js";

// which codes there are is told by the catalogue, not by the shape of what was stored
const explanation = working as unknown as z.ZodType<IncentiveExplanation>;
const problem = record({ code: text, params: byName(json) }) as unknown as z.ZodType<StatementProblem>;

const statement = exactly<Statement>()(
  record({
    memberId: text,
    member: words,
    lines: list(
      record({
        programmeId: text,
        programmeVersion: text,
        programme: words,
        window: record({ id: text, titles: words, start: date, end: date }),
        status: choice(["final", "open", "undetermined"]),
        amount: decimal,
        quantity: decimal,
        baseline: decimal.optional(),
        quota: decimal.optional(),
        measures: byName(decimal).optional(),
        joint: record({ amount: decimal, quantity: decimal, measures: byName(decimal).optional() }).optional(),
        carried: record({ amount: decimal, quantity: decimal }).optional(),
        withheld: orNull(decimal).optional(),
        stacked: record({
          groupId: text,
          status: choice(["earns", "gives_way", "excluded"]),
          to: orNull(text),
          alone: orNull(money),
          base: orNull(decimal),
        }).optional(),
        terms: record({
          before: money,
          topUp: decimal,
          caps: list(record({ capId: text, per: choice(["sale", "member", "programme"]), cut: decimal })),
          released: decimal,
          refused: decimal,
        }).optional(),
        gates: choice(ruleVerdicts).optional(),
        earned: orNull(money),
        exact: orNull(decimal),
        payable: orNull(money),
        goods: record({ productId: text, quantity: decimal, unit: text }).optional(),
        right: record({ means: text, quantity: decimal, unit: text }).optional(),
        tier: orNull(count()),
        next: orNull(record({ tier: count(1), from: decimal, missing: notNegative })),
        sources: record({ count: count(), ids: list(text).optional() }),
        conversion: record({ rate: notNegative, date, on: choice(["settlement_day"]).optional() }).optional(),
        explanation: orNull(explanation),
        problem: problem.optional(),
      }),
    ),
    total: money,
    undetermined: count(),
  }),
);

/** {@link Statement} as a schema. */
export const StatementSchema: z.ZodType<Statement> = checkedBy(statement, firstFault(readStatement)).meta({
  title: "Statement of earnings 返利计算单",
  description: "What one member earned, programme by programme and window by window.",
});

const budget = record({
  amount: money,
  granted: money,
  left: money,
  consumption: orNull(decimal),
  alert: choice(["within", "near", "over"]),
});

/** {@link Settlement} as a schema. */
export const SettlementSchema: z.ZodType<Settlement> = checkedBy(
  exactly<Settlement>()(
    record({
      asOf: date,
      statements: list(statement),
      intake: record({ read: count(), accepted: count(), rejected: count(), netAmount: decimal, netQuantity: decimal }),
      terms: list(
        record({
          programmeId: text,
          programmeVersion: text,
          budget: orNull(budget),
          withheld: decimal,
          forfeited: decimal,
          undetermined: count(),
        }),
      ).optional(),
      closing: list(
        record({
          memberId: text,
          programmeId: text,
          amount: decimal,
          quantity: decimal,
          measure: record({ name: text, value: decimal }).optional(),
          withheld: decimal,
          surplus: decimal,
          capped: list(record({ capId: text, amount: decimal })),
          sales: list(
            record({ capId: text, saleBy: text.optional(), sellerId: text, sale: text, paid: decimal, over: notNegative }),
          ).optional(),
          undetermined: count(),
        }),
      ).optional(),
    }),
  ),
  firstFault(({ statements }: Settlement, path) => readStatements(statements, `${path}.statements`)),
).meta({ title: "Settlement 结算结果", description: "What every member earned, and what was taken in." });
