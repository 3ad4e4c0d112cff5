/**
 * Checks what a programme says beyond one member and one window: caps over several earnings, guarantee, budget, timetable.
 *
 * @internal
 */
import { remainderOrders } from "../kernel/allocation.js";
import { exact } from "../kernel/decimal.js";
import { shown } from "../kernel/fault.js";
import { prorationBases } from "../kernel/proration.js";
import { type AddFault, checkFields, checkItems } from "./check-filters.js";
import { checkName, checkSize, checkWhole } from "./check-programme-options.js";
import type { IncentiveProgramme } from "./programme.js";

type Loose = { readonly [field: string]: unknown };

export function checkTerms(
  { caps, guarantee, budget, timetable }: IncentiveProgramme,
  add: AddFault,
  checkRule: (rule: unknown, path: string) => void,
): void {
  const choose = (value: unknown, path: string, want: readonly string[]) => {
    if (!want.some((one) => one === value)) add("kernel.not_a_choice", path, { got: shown(value), want });
  };
  if (caps !== undefined) checkCaps(caps, add, choose);
  if (guarantee !== undefined && checkFields(guarantee, "guarantee", ["amount", "basis", "paidAt", "prorateBy"], add)) {
    checkSize(guarantee.amount, "guarantee.amount", add);
    choose(guarantee.basis, "guarantee.basis", ["each_period", "cumulative"]);
    choose(guarantee.paidAt, "guarantee.paidAt", ["start", "end"]);
    choose(guarantee.prorateBy, "guarantee.prorateBy", prorationBases);
  }
  if (budget !== undefined && checkFields(budget, "budget", ["amount", "how", "remainder", "alertAt"], add)) {
    checkSize(budget.amount, "budget.amount", add);
    choose(budget.how, "budget.how", ["pro_rata", "first_come"]);
    choose(budget.remainder, "budget.remainder", remainderOrders);
    if (checkSize(budget.alertAt, "budget.alertAt", add) && exact(budget.alertAt).greaterThan(1)) {
      add("kernel.outside_bounds", "budget.alertAt", { got: budget.alertAt, least: "0", most: "1" });
    }
  }
  if (timetable !== undefined && checkFields(timetable, "timetable", ["accrueEvery", "settleEvery", "graceDays"], add)) {
    checkRule(timetable.accrueEvery, "timetable.accrueEvery");
    if (timetable.settleEvery !== undefined) checkRule(timetable.settleEvery, "timetable.settleEvery");
    checkWhole(timetable.graceDays, "timetable.graceDays", 0, add, MOST_GRACE);
  }
}

/** A century. */
const MOST_GRACE = 36_600;

function checkCaps(caps: unknown, add: AddFault, choose: (value: unknown, path: string, want: readonly string[]) => void): void {
  const ids = new Set<unknown>();
  checkItems(caps, "caps", add, (item, path) => {
    const fields = ["id", "per", "most", "above", ...((item as Loose | null)?.["per"] === "sale" ? ["saleBy"] : [])];
    if (!checkFields(item, path, fields, add)) return;
    const { id, per, most, above, saleBy } = item as Loose;
    checkName(id, `${path}.id`, add);
    if (ids.has(id)) add("kernel.named_twice", `${path}.id`, { got: shown(id) });
    ids.add(id);
    choose(per, `${path}.per`, ["sale", "member", "programme"]);
    checkSize(most, `${path}.most`, add);
    choose(above, `${path}.above`, ["kept", "forfeited"]);
    if (saleBy !== undefined) checkName(saleBy, `${path}.saleBy`, add);
  });
}
