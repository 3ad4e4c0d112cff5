/**
 * Payment terms as they are read, and the day a part is due.
 *
 * @internal
 */

import { remainderOrders } from "../kernel/allocation.js";
import { addDays, addMonths, type CalendarDate } from "../kernel/calendar-date.js";
import { checkChoice, checkCount, checkRecord, checkText, checkWords } from "../kernel/check.js";
import { checkPlaces, roundingModes, sumOf, text } from "../kernel/decimal.js";
import { dueDayOf } from "../kernel/due-day.js";
import { exactAboveZero, exactShare, optional, readRecords } from "../kernel/read.js";
import type { PaymentDueRule, PaymentTerm } from "./payment-term.js";
import { creditFault, MOST_DAYS } from "./reading.js";

/** The days from which due days are counted. */
export interface TermDays {
  readonly invoicedOn: CalendarDate;
  readonly orderedOn: CalendarDate | undefined;
  readonly deliveredOn: CalendarDate | undefined;
}

const MOST_MONTHS = 1200;
const kinds = ["net", "end_of_month", "day_of_month", "following_month", "prepayment", "on_delivery", "acceptance_bill"] as const;

/** The whole numbers each kind needs, with the least and the most of each. */
const counts: { readonly [K in PaymentDueRule["kind"]]: readonly (readonly [string, number, number])[] } = {
  net: [["days", 0, MOST_DAYS]],
  end_of_month: [
    ["months", 0, MOST_MONTHS],
    ["days", 0, MOST_DAYS],
  ],
  day_of_month: [
    ["afterDays", 0, MOST_DAYS],
    ["day", 1, 31],
  ],
  following_month: [
    ["months", 1, MOST_MONTHS],
    ["day", 1, 31],
  ],
  prepayment: [],
  on_delivery: [["days", 0, MOST_DAYS]],
  acceptance_bill: [
    ["days", 0, MOST_DAYS],
    ["tenorMonths", 1, MOST_MONTHS],
  ],
};

function readRule(value: unknown, path: string): PaymentDueRule {
  const fields = checkRecord(value, path);
  const kind = checkChoice(fields["kind"], `${path}.kind`, kinds);
  for (const [field, least, most] of counts[kind]) checkCount(fields[field], `${path}.${field}`, least, most);
  return value as PaymentDueRule;
}

/** A term, checked. */
export function readTerm(value: unknown, path: string): PaymentTerm {
  const fields = checkRecord(value, path);
  checkText(fields["id"], `${path}.id`);
  checkWords(fields["titles"], `${path}.titles`);
  checkCount(fields["rank"], `${path}.rank`, 0, Number.MAX_SAFE_INTEGER);
  checkPlaces(fields["decimals"] as number, `${path}.decimals`);
  checkChoice(fields["remainder"], `${path}.remainder`, remainderOrders);
  checkChoice(fields["rounding"], `${path}.rounding`, roundingModes);
  const shares = readRecords(fields["instalments"], `${path}.instalments`, (row, place) => {
    readRule(row["due"], `${place}.due`);
    return exactAboveZero(row["share"], `${place}.share`);
  });
  const whole = sumOf(shares);
  if (!whole.equals(1)) throw creditFault("credit.shares_not_whole", `${path}.instalments`, { got: text(whole) });
  optional((discount, place) => {
    const given = checkRecord(discount, place);
    const rate = exactShare(given["rate"], `${place}.rate`);
    if (rate.equals(1)) throw creditFault("credit.discount_of_everything", `${place}.rate`, { got: text(rate) });
    checkCount(given["days"], `${place}.days`, 0, MOST_DAYS);
  })(fields["discount"], `${path}.discount`);
  return value as PaymentTerm;
}

/** When a part is due; a name where the day it counts from is not known. */
export function partDueOf(
  rule: PaymentDueRule,
  { invoicedOn, orderedOn, deliveredOn }: TermDays,
): { readonly dueOn: CalendarDate; readonly handOverBy: CalendarDate | null } | "orderedOn" | "deliveredOn" {
  switch (rule.kind) {
    case "prepayment":
      return orderedOn === undefined ? "orderedOn" : { dueOn: orderedOn, handOverBy: null };
    case "on_delivery":
      return deliveredOn === undefined ? "deliveredOn" : { dueOn: addDays(deliveredOn, rule.days), handOverBy: null };
    case "acceptance_bill": {
      const handOverBy = addDays(invoicedOn, rule.days);
      return { dueOn: addMonths(handOverBy, rule.tenorMonths), handOverBy };
    }
    default:
      return { dueOn: dueDayOf(rule, invoicedOn), handOverBy: null };
  }
}
