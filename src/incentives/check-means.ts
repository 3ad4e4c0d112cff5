/**
 * Checks that a programme earns what it says it is paid with: a right or goods would settle into money otherwise.
 *
 * @internal
 */
import { shown } from "../kernel/fault.js";
import { type AddFault, checkFields } from "./check-filters.js";
import { checkName } from "./check-programme-options.js";
import { isRecord } from "./check-qualifier.js";
import { type IncentiveForm, incentiveMeans } from "./incentive-means.js";
import type { IncentiveProgramme } from "./programme.js";

/** A register of means, as far as it is looked at. */
export type MeansForms = readonly { readonly id: string; readonly form: IncentiveForm }[];

/** What is held over several earnings is held in money. */
const MONEY_FIELDS = ["caps", "guarantee", "budget", "clawback"] as const;

export function checkInKind(programme: IncentiveProgramme, add: AddFault): void {
  const { goods, right } = programme;
  if (goods !== undefined && checkFields(goods, "goods", ["productId", "unit"], add)) {
    checkName(goods.productId, "goods.productId", add);
    checkName(goods.unit, "goods.unit", add);
  }
  if (right !== undefined && checkFields(right, "right", ["means", "unit"], add)) {
    checkName(right.means, "right.means", add);
    checkName(right.unit, "right.unit", add);
  }
  if (goods !== undefined && right !== undefined) add("incentives.goods_beside_right", "right", {});
  if (goods !== undefined || right !== undefined) {
    for (const field of MONEY_FIELDS) if (programme[field] !== undefined) add("incentives.goods_in_money", field, { field });
  }
  checkMeans(programme, incentiveMeans, add);
}

/** A means that is not in the register is looked at no further. */
export function checkMeans({ goods, right, payout }: IncentiveProgramme, register: MeansForms, add: AddFault): void {
  const hold = (means: unknown, path: string, want: IncentiveForm) => {
    const form = register.find(({ id }) => id === means)?.form;
    if (form !== undefined && form !== want) add("incentives.means_form", path, { means: shown(means), form, want });
  };
  const named = isRecord(right) ? right.means : undefined;
  if (named !== undefined) hold(named, "right.means", "right");
  if (!isRecord(payout)) return;
  const { means } = payout;
  hold(means, "payout.means", goods !== undefined ? "goods" : right !== undefined ? "right" : "money");
  if (named !== undefined && means !== named) add("kernel.not_a_choice", "payout.means", { got: shown(means), want: [shown(named)] });
}
