/**
 * What must hold before a claim moves.
 *
 * @internal
 */
import type { MachineKit } from "../../engine/machine.js";
import { roomKit } from "../../engine/room-kit.js";
import { compareDecimals } from "../../kernel/decimal.js";
import type { ClaimData, ClaimEffect, ClaimEvent, ClaimLifeFacts } from "./claim-life.js";

export interface ClaimTypes {
  readonly event: ClaimEvent;
  readonly data: ClaimData;
  readonly facts: ClaimLifeFacts;
  readonly effect: ClaimEffect;
}

export const claimKit: MachineKit<ClaimTypes> = roomKit<ClaimTypes>();
const { guard } = claimKit;

const isPaidByFund = (kind: string) => kind === "co_op" || kind === "market_development_fund";

export const claimGuards = {
  not_lapsed: guard({
    title: { en: "the last day for it has not passed", zh: "未过截止日" },
    needs: ["event.asOf"],
    reads: ["data.lapsesOn"],
    test: ({ event, data }) => typeof data.lapsesOn !== "string" || event.asOf < data.lapsesOn,
  }),
  by_the_claimant: guard({
    title: { en: "it comes from the side that claims", zh: "由索赔方作出" },
    needs: ["event.side", "data.kind"],
    test: ({ event, data }) => event.side === (data.kind === "violation" ? "manufacturer" : "member"),
  }),
  by_the_member: guard({
    title: { en: "it comes from the member", zh: "由成员作出" },
    needs: ["event.side"],
    test: ({ event }) => event.side === "member",
  }),
  by_the_manufacturer: guard({
    title: { en: "it comes from the manufacturer", zh: "由厂家作出" },
    needs: ["event.side"],
    test: ({ event }) => event.side === "manufacturer",
  }),
  within_allocation: guard({
    title: { en: "the allocation can bear it", zh: "不超过可用额度" },
    needs: ["event.amount", "data.kind"],
    reads: ["facts.allocationLeft"],
    test: ({ event, data, facts: { allocationLeft } }) => {
      if (typeof allocationLeft === "string") return compareDecimals(event.amount, allocationLeft) <= 0;
      return isPaidByFund(data.kind) ? "unknown" : true;
    },
  }),
  validated: guard({
    title: { en: "its validation found nothing", zh: "校验无异常" },
    needs: ["facts.validation"],
    test: ({ facts }) => (facts.validation === "undetermined" ? "unknown" : facts.validation === "valid"),
  }),
  all_granted: guard({
    title: { en: "all that is asked is granted", zh: "全额批准" },
    needs: ["event.amount", "data.claimed"],
    test: ({ event, data }) => compareDecimals(event.amount, data.claimed) === 0,
  }),
  part_granted: guard({
    title: { en: "a part is granted, above 0 and with a ground", zh: "部分批准：金额大于 0 且写明原因" },
    needs: ["event.amount", "data.claimed"],
    reads: ["event.ground"],
    test: ({ event, data }) =>
      compareDecimals(event.amount, "0") > 0 && compareDecimals(event.amount, data.claimed) < 0 && typeof event.ground === "string",
  }),
  was_granted_in_part: guard({
    title: { en: "a part was granted before the dispute", zh: "争议前已部分批准" },
    needs: ["data.approved"],
    test: ({ data }) => compareDecimals(data.approved, "0") > 0,
  }),
  was_rejected: guard({
    title: { en: "it was rejected before the dispute", zh: "争议前已被驳回" },
    needs: ["data.approved"],
    test: ({ data }) => compareDecimals(data.approved, "0") === 0,
  }),
  booked_as_granted: guard({
    title: { en: "the entry is what was granted", zh: "入账金额等于批准金额" },
    needs: ["event.amount", "data.approved"],
    test: ({ event, data }) => compareDecimals(event.amount, data.approved) === 0,
  }),
};
