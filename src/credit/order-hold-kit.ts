/**
 * What the credit of an order asks before it moves, and what it notes. Internal: read with the table.
 *
 * @internal
 */
import type { MachineKit } from "../engine/machine.js";
import { roomKit } from "../engine/room-kit.js";
import { addDays } from "../kernel/calendar-date.js";
import { compareDecimals, type DecimalString } from "../kernel/decimal.js";
import type { OrderHoldData, OrderHoldEffect, OrderHoldEvent, OrderHoldFacts } from "./order-hold.js";

/** An event as the table reads it: a decision in short. */
export type ShortEvent =
  | Exclude<OrderHoldEvent, { readonly type: "checked" }>
  | {
      readonly type: "checked";
      readonly asOf: string;
      readonly orderId: string;
      readonly verdict: "release" | "hold" | "prepayment_only";
      readonly reasons: readonly string[];
      readonly excess: DecimalString | null;
      /** Whether anything was measured: elsewhere than at a checkpoint nothing is. */
      readonly lookedAt: boolean;
      readonly exempt: boolean;
      readonly nextCheckOn: string;
      readonly graceDays: number;
    };

export interface OrderHoldTypes {
  readonly event: ShortEvent;
  readonly data: OrderHoldData;
  readonly facts: OrderHoldFacts;
  readonly effect: OrderHoldEffect;
}

export const orderHoldKit: MachineKit<OrderHoldTypes> = roomKit<OrderHoldTypes>();
const { guard, update } = orderHoldKit;

export const orderHoldGuards = {
  same_order: guard({
    title: { en: "it is the check of this order", zh: "是对本订单的检查" },
    needs: ["event.orderId", "data.orderId"],
    test: ({ event, data }) => event.orderId === data.orderId,
  }),
  not_looked_at: guard({
    title: { en: "it is no checkpoint: nothing was measured", zh: "非检查环节，未作任何检查" },
    needs: ["event.lookedAt"],
    test: ({ event }) => !event.lookedAt,
  }),
  passes: guard({
    title: { en: "nothing stands in the way", zh: "没有障碍" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "release",
  }),
  needs_prepayment: guard({
    title: { en: "only prepayment is left", zh: "仅限预付款" },
    needs: ["event.verdict"],
    test: ({ event }) => event.verdict === "prepayment_only",
  }),
  is_exempt: guard({
    title: { en: "it is paid ahead, delivered or a credit note", zh: "已预付、已交付，或为贷项通知单" },
    needs: ["event.exempt"],
    test: ({ event }) => event.exempt,
  }),
  releases_itself: guard({
    title: { en: "orders are released once their reasons are gone", zh: "障碍消除后自动放行" },
    needs: ["facts.autoRelease"],
    test: ({ facts }) => facts.autoRelease,
  }),
  within_authority: guard({
    title: { en: "the person may answer for the excess", zh: "超额在审批权限之内" },
    needs: ["facts.approverLimit"],
    reads: ["data.excess"],
    test: ({ facts: { approverLimit }, data: { excess } }) =>
      approverLimit === "unlimited" || (typeof excess === "string" && compareDecimals(excess, approverLimit) <= 0),
  }),
  exemption_ends_force: guard({
    title: { en: "an exemption ends a hold by a person, too", zh: "免检情形亦解除人工冻结" },
    needs: [],
    reads: ["facts.forcedHold"],
    test: ({ facts }) => facts.forcedHold === "person_or_exemption_releases",
  }),
  amount_differs: guard({
    title: { en: "the amount is another one", zh: "金额有变" },
    needs: ["event.amount", "data.amount"],
    test: ({ event, data }) => compareDecimals(event.amount, data.amount) !== 0,
  }),
  amount_lowered: guard({
    title: { en: "the amount fell", zh: "金额减少" },
    needs: ["event.amount", "data.amount"],
    test: ({ event, data }) => compareDecimals(event.amount, data.amount) < 0,
  }),
  lower_is_let_pass: guard({
    title: { en: "only a rise is looked at again", zh: "仅金额增加时重新检查" },
    needs: [],
    reads: ["facts.recheckOn"],
    test: ({ facts }) => facts.recheckOn === "rise",
  }),
  amount_raised: guard({
    title: { en: "the amount rose", zh: "金额增加" },
    needs: ["event.amount", "data.amount"],
    test: ({ event, data }) => compareDecimals(event.amount, data.amount) > 0,
  }),
  grace_over: guard({
    title: { en: "the days of grace are over", zh: "宽限期已过" },
    needs: ["event.asOf"],
    reads: ["data.nextCheckOn"],
    // without a check no grace ever began
    test: ({ event, data }) => typeof data.nextCheckOn !== "string" || event.asOf >= data.nextCheckOn,
  }),
};

export const orderHoldUpdates = {
  note_check: update({
    title: { en: "note what the check said", zh: "记录检查结果" },
    needs: ["event.reasons", "event.nextCheckOn", "event.graceDays"],
    reads: ["event.excess"],
    change: ({ event }) => ({
      reasons: event.reasons,
      excess: event.excess ?? null,
      nextCheckOn: event.nextCheckOn,
      graceDays: event.graceDays,
    }),
  }),
  note_person: update({
    title: { en: "note who did it and why", zh: "记录经办人与理由" },
    needs: ["event.by", "event.ground"],
    change: ({ event }) => ({ by: event.by, ground: event.ground }),
  }),
  begin_grace: update({
    title: { en: "let the days of grace begin", zh: "宽限期自放行日起算" },
    needs: ["event.asOf"],
    reads: ["data.graceDays"],
    // nobody checked it: nobody knows of any grace
    change: ({ event, data }) => ({ nextCheckOn: typeof data.graceDays === "number" ? addDays(event.asOf, data.graceDays + 1) : null }),
  }),
  note_amount: update({
    title: { en: "note the amount", zh: "记录金额" },
    needs: ["event.amount"],
    change: ({ event }) => ({ amount: event.amount }),
  }),
  forget_excess: update({
    title: { en: "forget what the last check measured", zh: "上次检查的超额作废" },
    needs: [],
    change: () => ({ excess: null }),
  }),
};
