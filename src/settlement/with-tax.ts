import type { IncentiveProgramme, ProgrammeMeasure } from "../incentives/programme.js";
import type { Exact } from "../kernel/decimal.js";

/** Money of a measure with the one rate that is for all of its lines. @internal */
export function withTax({ measures }: IncentiveProgramme, name: string, value: Exact): Exact {
  const { taxRate, lineTax }: Partial<ProgrammeMeasure> = measures?.find((one) => one.name === name) ?? {};
  return taxRate === undefined || lineTax !== undefined ? value : value.plus(value.times(taxRate));
}
