import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";

/** What a dunning step can bring about. Their words: `credit.dunning_effect`. */
export const dunningEffects = [
  "send_reminder",
  "send_demand",
  "charge_interest",
  "stop_supply",
  "withdraw_credit",
  "notify_insurer",
  "call_guarantee",
  "deduct_deposit",
  "open_replacement_case",
  "start_legal_action",
  "propose_write_off",
] as const;

/** One of `dunningEffects`. Returned, never run. */
export type DunningEffect = (typeof dunningEffects)[number];

/** From when a step may be taken. */
export type DunningTrigger =
  | { readonly kind: "days_past_due"; readonly days: number }
  /** So many days after the end of the month in which the item was due. */
  | { readonly kind: "end_of_month"; readonly days: number }
  /** So many days after the notice of the step before. */
  | { readonly kind: "previous_notice"; readonly days: number };

/** One step (催款步骤). */
export interface DunningLevel {
  /** The name that readers see. */
  readonly title: Words;
  /** From when. */
  readonly when: DunningTrigger;
  /** Least days since the notice of the step before, beside `when`. Absent: none. */
  readonly gapDays?: number | undefined;
  /** Least open amount of an item. Absent: the tolerance of the ladder is enough. */
  readonly minimum?: DecimalString | undefined;
  /** What it brings about, in order. */
  readonly effects: readonly DunningEffect[];
}

/** A dunning ladder (催款阶梯), storable as JSON: step 1 first. An item climbs one step at a time. */
export interface DunningLadder {
  /** Its name in the host's data. */
  readonly id: string;
  /** ISO 4217 code of its amounts. */
  readonly currency: string;
  /** Open parts up to this are not dunned. */
  readonly tolerance: DecimalString;
  /** `deducted`: unapplied credits of a member are set against its oldest claims first. `ignored`: they change nothing. */
  readonly credits: "deducted" | "ignored";
  /** The steps. At least one. */
  readonly levels: readonly DunningLevel[];
}

/** A ladder to start from. Its numbers are examples; a host writes its own. */
export const exampleDunningLadder: DunningLadder = {
  id: "example",
  currency: "CNY",
  tolerance: "1",
  credits: "deducted",
  levels: [
    { title: { en: "reminder", zh: "付款提醒" }, when: { kind: "days_past_due", days: 3 }, effects: ["send_reminder"] },
    {
      title: { en: "demand", zh: "催款函" },
      when: { kind: "days_past_due", days: 15 },
      gapDays: 7,
      effects: ["send_demand", "charge_interest"],
    },
    {
      title: { en: "last demand and stop of supply", zh: "最后催款并停止供货" },
      when: { kind: "previous_notice", days: 15 },
      effects: ["send_demand", "stop_supply", "notify_insurer"],
    },
    {
      title: { en: "securities and replacement", zh: "动用担保并考虑更换" },
      when: { kind: "days_past_due", days: 60 },
      gapDays: 15,
      effects: ["withdraw_credit", "deduct_deposit", "call_guarantee", "open_replacement_case"],
    },
    {
      title: { en: "legal action", zh: "法律催收" },
      when: { kind: "end_of_month", days: 90 },
      gapDays: 15,
      minimum: "1000",
      effects: ["start_legal_action"],
    },
    { title: { en: "write-off proposed", zh: "建议核销" }, when: { kind: "days_past_due", days: 365 }, effects: ["propose_write_off"] },
  ],
};
