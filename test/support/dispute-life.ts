/** Events of disputes, and the state they lead to. */
import { type Dispute, type DisputeEvent, type DisputeFacts, stepDispute } from "qudao/settlement";
import { disputeOf } from "./account-statement.js";

export const agreedDays: DisputeFacts = { responseDays: 10, appealDays: 14 };

export const disputeDay = (asOf: string): DisputeEvent => ({ type: "dayPassed", asOf });
export const disputeEvent = (type: "acknowledged" | "accepted" | "escalated" | "withdrawn", asOf = "2024-03-25"): DisputeEvent => ({
  type,
  asOf,
  by: "Wang",
  side: type === "escalated" || type === "withdrawn" ? "member" : "manufacturer",
});
export const refusing = (asOf = "2024-03-25"): DisputeEvent => ({
  type: "refused",
  asOf,
  by: "Wang",
  side: "manufacturer",
  ground: "Outside the programme",
});
export const conceding = (amount: string, asOf = "2024-03-25"): DisputeEvent => ({
  type: "partlyAccepted",
  asOf,
  by: "Wang",
  side: "manufacturer",
  amount,
  ground: "One line was late",
});
export const booked = (entryId: string, asOf = "2024-03-26"): DisputeEvent => ({
  type: "corrected",
  asOf,
  by: "Li",
  side: "manufacturer",
  entryId,
});

/** 50 more are asked for on 20 March, to be answered by 30 March. */
export const raised = disputeOf("50");

export function disputeAfter(events: readonly DisputeEvent[], from: Dispute = raised): Dispute {
  return events.reduce((state, event) => {
    const answer = stepDispute(state, event, agreedDays);
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    return answer.value.next;
  }, from);
}
