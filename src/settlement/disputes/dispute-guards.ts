/**
 * What must hold before a dispute moves.
 *
 * @internal
 */
import type { MachineKit } from "../../engine/machine.js";
import { roomKit } from "../../engine/room-kit.js";
import { compareDecimals } from "../../kernel/decimal.js";
import type { DisputeData, DisputeEffect, DisputeEvent, DisputeFacts } from "./dispute.js";

export interface DisputeTypes {
  readonly event: DisputeEvent;
  readonly data: DisputeData;
  readonly facts: DisputeFacts;
  readonly effect: DisputeEffect;
}

export const disputeKit: MachineKit<DisputeTypes> = roomKit<DisputeTypes>();
const { guard } = disputeKit;

export const disputeGuards = {
  by_the_raiser: guard({
    title: { en: "it comes from the side that raised the dispute", zh: "由提出争议的一方作出" },
    needs: ["event.side", "data.raisedBy"],
    test: ({ event, data }) => event.side === data.raisedBy,
  }),
  by_the_other_side: guard({
    title: { en: "it comes from the other side than the one that raised the dispute", zh: "由提出方以外的另一方作出" },
    needs: ["event.side", "data.raisedBy"],
    test: ({ event, data }) => event.side !== data.raisedBy,
  }),
  less_than_contested: guard({
    title: { en: "it is a part of what is contested, and not all of it", zh: "为争议金额的一部分而非全部" },
    needs: ["event.amount", "data.contested"],
    test: ({ event, data }) => {
      const sign = compareDecimals(data.contested, "0");
      return compareDecimals(event.amount, "0") === sign && compareDecimals(event.amount, data.contested) === -sign;
    },
  }),
  to_be_booked: guard({
    title: { en: "something was conceded that is not booked yet", zh: "有已认可而未入账的金额" },
    needs: [],
    reads: ["data.correction"],
    test: ({ data }) => typeof data.correction === "string",
  }),
  by_a_new_entry: guard({
    title: { en: "it is booked by an entry that books nothing else", zh: "由另一笔新分录入账" },
    needs: ["event.entryId", "data.entryId", "data.correctionIds"],
    test: ({ event, data }) => event.entryId !== data.entryId && !data.correctionIds.includes(event.entryId),
  }),
  nothing_to_book: guard({
    title: { en: "what was conceded is booked", zh: "已认可的金额均已入账" },
    needs: [],
    reads: ["data.correction"],
    test: ({ data }) => typeof data.correction !== "string",
  }),
  appeal_open: guard({
    title: { en: "the answer can still be taken higher", zh: "仍在申诉期内" },
    needs: ["event.asOf"],
    reads: ["data.appealBy"],
    test: ({ event, data }) => typeof data.appealBy === "string" && event.asOf <= data.appealBy,
  }),
};
