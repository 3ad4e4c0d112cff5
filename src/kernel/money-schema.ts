/** Schemas of what amounts and quantities are converted by. */
import type * as z from "zod";
import { compareDecimals } from "./decimal.js";
import { type ExchangePolicy, exchangeRoutes } from "./exchange.js";
import type { PlacedMessage } from "./message.js";
import type { UnitTable } from "./quantity.js";
import { byName, checkedBy, choice, currency, date, exactly, list, notNegative, record, text } from "./schema.js";

/** {@link ExchangePolicy} as a schema of fields alone. @internal */
export const exchangeShape = exactly<ExchangePolicy>()(
  record({
    rates: list(record({ from: currency, to: currency, rate: notNegative, asOf: date, source: text.optional() })),
    via: choice(exchangeRoutes),
  }),
);

/** Rates of nothing, and rates that stand beside another of the same direction. @internal */
export function exchangeFaults({ rates }: ExchangePolicy): readonly PlacedMessage[] {
  const known = new Set<string>();
  return rates.flatMap(({ from, to, rate }, i) => {
    const faults: PlacedMessage[] = isAboveZero(rate)
      ? []
      : [{ code: "kernel.not_above_zero", params: { got: rate }, path: `rates[${i}].rate` }];
    const direction = `${from} ${to}`;
    if (known.has(direction)) faults.push({ code: "kernel.exchange_rate_twice", params: { from, to }, path: `rates[${i}]` });
    known.add(direction);
    return faults;
  });
}

/** {@link ExchangePolicy} as a schema. */
export const ExchangePolicySchema: z.ZodType<ExchangePolicy> = checkedBy(exchangeShape, exchangeFaults).meta({
  title: "Exchange policy 汇率政策",
  description: "The rates in force, and which of them may be used.",
});

/** {@link UnitTable} as a schema. */
export const UnitTableSchema: z.ZodType<UnitTable> = checkedBy(
  exactly<UnitTable>()(record({ base: text, units: byName(notNegative) })),
  ({ base, units }) =>
    Object.entries(units).flatMap(([unit, one]): readonly PlacedMessage[] => {
      const path = `units[${JSON.stringify(unit)}]`;
      if (!isAboveZero(one)) return [{ code: "kernel.not_above_zero", params: { got: one }, path }];
      if (unit !== base || compareDecimals(one, "1") === 0) return [];
      return [{ code: "kernel.base_unit_not_one", params: { got: one, unit }, path }];
    }),
).meta({ title: "Unit table 计量单位表", description: "Units of one kind, each by what it holds of the base unit." });

function isAboveZero(value: string): boolean {
  return compareDecimals(value, "0") > 0;
}
