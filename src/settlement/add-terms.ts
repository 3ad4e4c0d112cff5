/**
 * Terms of members that are settled one by one, added up. A budget is of all members, who are then settled together, once.
 *
 * @internal
 */
import { type DecimalString, Exact, text } from "../kernel/decimal.js";
import type { SettledTerms } from "./statement.js";

/** @param sum - Rows by version, as those to be added. Absent: nothing yet. */
export function addTerms(sum: readonly SettledTerms[] | undefined, more: readonly SettledTerms[]): readonly SettledTerms[] {
  if (sum === undefined) return more;
  return sum.map((row, i) => {
    const { withheld, forfeited, undetermined } = more[i] as SettledTerms;
    return {
      ...row,
      withheld: add(row.withheld, withheld),
      forfeited: add(row.forfeited, forfeited),
      undetermined: row.undetermined + undetermined,
    };
  });
}

function add(sum: DecimalString, more: DecimalString): DecimalString {
  return more === "0" ? sum : text(new Exact(sum).plus(more));
}
