/** An agency contract, a trial and what is known about them, for the tests of the room. */
import {
  type AgreementEvent,
  type AgreementLife,
  type AgreementLifeFacts,
  type AgreementRefusal,
  type AgreementStep,
  type SigningAuthority,
  startAgreement,
  stepAgreement,
} from "qudao/agreements";
import type { Agreement, StandingAgreement, TrialAgreement } from "qudao/entities";

export const agency: StandingAgreement = {
  id: "AG2",
  kind: "agency",
  partyIds: ["M", "A1"],
  authorizationId: "AU1",
  start: "2024-01-01",
  end: "2025-01-01",
  clauses: [{ kind: "term" }, { kind: "confidentiality" }, { kind: "fee_settlement" }, { kind: "renewal" }],
  terms: { notice: { count: 30, unit: "days" } },
  jurisdiction: "CN",
  renewal: { windowDays: 60 },
};

export const trial: TrialAgreement = {
  id: "AG1",
  kind: "trial",
  partyIds: ["M", "D1"],
  authorizationId: "AU2",
  start: "2024-01-01",
  end: "2024-07-01",
  clauses: [{ kind: "automatic_end" }, { kind: "confidentiality" }],
  terms: { notice: { count: 30, unit: "days" } },
  jurisdiction: "DE",
};

/** The manager approves and terminates, the specialist negotiates and signs, the assistant nothing. */
export const authorities: readonly SigningAuthority[] = [
  { role: "channel_manager", acts: ["approve", "negotiate", "sign", "suspend", "terminate"] },
  { role: "channel_specialist", acts: ["negotiate", "sign"] },
];

/** Everything is as it should be. */
export const allKnown = {
  authorities,
  planApproved: true,
  clauses: "met",
  conflicts: "none",
  authorization: "met",
  parties: "met",
  cause: "established",
  causeCleared: true,
  successor: "signed",
  acceptedOrders: "deliver",
} as const satisfies AgreementLifeFacts;

/** Wang drafts, negotiates and signs; Li approves. */
export const signature: readonly AgreementEvent[] = [
  { type: "submitted", asOf: "2023-12-01", by: "Wang" },
  { type: "approved", asOf: "2023-12-02", by: "Li", role: "channel_manager" },
  { type: "negotiationOpened", asOf: "2023-12-03", by: "Wang", role: "channel_specialist" },
  { type: "sentForSignature", asOf: "2023-12-10", by: "Wang" },
  { type: "signed", asOf: "2023-12-20", by: "Wang", role: "channel_specialist", evidenceId: "E1" },
];

export const draftOf = (agreement: Agreement): AgreementLife => startAgreement({ agreement, by: "Wang", asOf: "2023-12-01" });

/** Offers events one by one; each must be accepted. */
export function walk(life: AgreementLife, events: readonly AgreementEvent[], facts: AgreementLifeFacts = allKnown): AgreementLife {
  return events.reduce((state, event) => taken(state, event, facts).next, life);
}

/** The step of an event that must be accepted. */
export function taken(life: AgreementLife, event: AgreementEvent, facts: AgreementLifeFacts = allKnown): AgreementStep {
  const answer = stepAgreement(life, event, facts);
  if (!answer.ok) throw new Error(`${event.type} was refused: ${JSON.stringify(answer.problem.failed)}`);
  return answer.value;
}

/** The refusal of an event that must be refused. */
export function refused(life: AgreementLife, event: AgreementEvent, facts: AgreementLifeFacts = allKnown): AgreementRefusal {
  const answer = stepAgreement(life, event, facts);
  if (answer.ok) throw new Error(`${event.type} was accepted`);
  return answer.problem;
}

/** The guards that kept an event out, each with its status; days that have not come are left out. */
export const failedGuards = (life: AgreementLife, event: AgreementEvent, facts: AgreementLifeFacts = allKnown): readonly string[] =>
  refused(life, event, facts)
    .failed.map(({ status, params }) => `${params["guard"]} ${status}`)
    .filter((one) => one !== "due unmet");

export const signedLife = (agreement: Agreement): AgreementLife => walk(draftOf(agreement), signature);

/** An agreement in force on its first day. */
export const activeLife = (agreement: Agreement): AgreementLife =>
  walk(signedLife(agreement), [{ type: "dayPassed", asOf: agreement.start }]);
