/**
 * The conditions in the life of an agreement, and the types its table speaks of.
 *
 * @internal
 */
import type { RuleVerdict } from "../engine/combine-findings.js";
import type { MachineKit } from "../engine/machine.js";
import { roomKit } from "../engine/room-kit.js";
import type { Guard } from "../engine/state-table.js";
import type { AgreementKind } from "../entities/catalogue.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import type {
  AgreementAct,
  AgreementEffect,
  AgreementEvent,
  AgreementLifeData,
  AgreementLifeFacts,
  SigningAuthority,
} from "./agreement-life.js";

/** What follows from the text of an agreement alone. */
export type AgreementOutline = Omit<
  AgreementLifeData,
  "since" | "drafters" | "approvedBy" | "signedBy" | "evidenceId" | "terminatesOn" | "successorId" | "ground"
>;

/** The agreement of an event as the table reads it: short, so that findings stay short. */
export interface Outlined {
  readonly agreementId: string;
  readonly agreementKind: AgreementKind;
  readonly agreementEnd: CalendarDate | null;
  readonly agreementCredit: AgreementLifeData["credit"];
  readonly outline: AgreementOutline;
}

/** An event as the table reads it. A paper that was not there is `null`: only an event that is asked bare leaves it open. */
export type OutlinedEvent = InShort<AgreementEvent> & { readonly evidenceId: string | null };

type InShort<E> = E extends { readonly agreement: unknown } ? Omit<E, "agreement" | "evidenceId"> & Outlined : Omit<E, "evidenceId">;

/** What the table speaks of. */
export interface AgreementTypes {
  readonly event: OutlinedEvent;
  readonly data: AgreementLifeData;
  readonly facts: AgreementLifeFacts;
  readonly effect: AgreementEffect;
}

export const agreementKit: MachineKit<AgreementTypes> = roomKit<AgreementTypes>();
const { guard } = agreementKit;

/** Kinds that make a dealer, which needs the manufacturer's written authorization. */
const DEALING: readonly AgreementKind[] = ["agency", "distribution", "trial"];

function holds(verdict: RuleVerdict): boolean | "unknown" {
  return verdict === "unknown" ? "unknown" : verdict !== "unmet";
}

function allows(authorities: readonly SigningAuthority[], act: AgreementAct, role: string, kind: AgreementKind): boolean {
  return authorities.some((one) => one.role === role && one.acts.includes(act) && (one.kinds === undefined || one.kinds.includes(kind)));
}

const may = (act: AgreementAct, en: string, zh: string) =>
  guard({
    title: { en: `the role may ${en}`, zh: `该角色有权${zh}` },
    needs: ["event.role", "facts.authorities", "data.kind"],
    test: ({ event, facts, data }) => allows(facts.authorities, act, event.role, data.kind),
  });

export const agreementGuards = {
  same_agreement: guard({
    title: { en: "it is the same agreement, of the same kind", zh: "是同一份、同一类协议" },
    needs: ["event.agreementId", "event.agreementKind", "data.agreementId", "data.kind"],
    test: ({ event, data }) => event.agreementId === data.agreementId && event.agreementKind === data.kind,
  }),
  may_approve: may("approve", "approve it", "审批"),
  may_negotiate: may("negotiate", "negotiate it", "洽谈"),
  may_sign: may("sign", "sign it", "签署"),
  may_suspend: may("suspend", "suspend and resume it", "暂停和恢复"),
  may_terminate: may("terminate", "terminate it", "解除"),
  not_own_draft: guard({
    title: { en: "nobody approves what they wrote", zh: "不得审批本人起草的文本" },
    needs: ["event.by", "data.drafters"],
    test: ({ event, data }) => !data.drafters.includes(event.by),
  }),
  text_approved: guard({
    title: { en: "the text as it stands is approved", zh: "现有文本已审批" },
    needs: [],
    reads: ["data.approvedBy"],
    test: ({ data }) => typeof data.approvedBy === "string",
  }),
  plan_approved: guard({
    title: { en: "the plan that it carries out is approved", zh: "所依据的计划已批准" },
    needs: ["facts.planApproved"],
    test: ({ facts }) => facts.planApproved,
  }),
  clauses_complete: guard({
    title: { en: "its clauses are complete", zh: "条款齐备" },
    needs: ["facts.clauses"],
    test: ({ facts }) => holds(facts.clauses),
  }),
  credit_terms_agreed: guard({
    title: { en: "where credit is granted, limit and days are agreed on", zh: "给予授信的，额度与期限已约定" },
    needs: ["data.credit"],
    test: ({ data }) => data.credit !== "terms_missing",
  }),
  new_credit_terms_agreed: guard({
    title: { en: "where credit is granted now, limit and days are agreed on", zh: "变更后给予授信的，额度与期限已约定" },
    needs: ["event.agreementCredit"],
    test: ({ event }) => event.agreementCredit !== "terms_missing",
  }),
  no_exclusive_overlap: guard({
    title: { en: "no exclusive agreement has the same place and products", zh: "与独家协议的地点和产品不重叠" },
    needs: ["facts.conflicts"],
    test: ({ facts }) => (facts.conflicts === "unknown" ? "unknown" : facts.conflicts === "none"),
  }),
  in_writing: guard({
    title: { en: "it is in writing", zh: "有书面文件" },
    needs: [],
    reads: ["event.evidenceId"],
    test: ({ event }) => (event.evidenceId === undefined ? "unknown" : event.evidenceId !== null),
  }),
  authorized: guard({
    title: { en: "a dealer holds the written authorization", zh: "经销方持有书面授权" },
    needs: ["data.kind"],
    reads: ["facts.authorization"],
    test: ({ data, facts }) => !DEALING.includes(data.kind) || holds(facts.authorization ?? "unknown"),
  }),
  parties_qualified: guard({
    title: { en: "the parties are qualified on the first day", zh: "各方在起始日具备资格" },
    needs: ["facts.parties"],
    test: ({ facts }) => holds(facts.parties),
  }),
  term_running: guard({
    title: { en: "its term is not over", zh: "期限未满" },
    needs: ["event.asOf"],
    reads: ["data.end", "data.terminatesOn"],
    test: ({ event, data }) => [data.end, data.terminatesOn].every((date) => typeof date !== "string" || event.asOf < date),
  }),
  trial_not_prolonged: guard({
    title: { en: "a trial is not prolonged", zh: "试销期不得延长" },
    needs: ["data.kind"],
    reads: ["event.agreementEnd", "data.end"],
    test: ({ data, event: { agreementEnd } }) => {
      if (data.kind !== "trial") return true;
      if (agreementEnd === undefined) return "unknown";
      return agreementEnd !== null && typeof data.end === "string" && agreementEnd <= data.end;
    },
  }),
  not_a_trial: guard({
    title: { en: "it is not a trial: a trial is never renewed", zh: "不是试销协议：试销协议不得续签" },
    needs: ["data.kind"],
    test: ({ data }) => data.kind !== "trial",
  }),
  successor_signed: guard({
    title: { en: "another agreement is signed to follow it", zh: "后续协议已签署" },
    needs: ["event.successorId", "data.agreementId", "facts.successor"],
    test: ({ event, data, facts }) =>
      event.successorId !== data.agreementId && (facts.successor === "signed" || facts.successor === "active"),
  }),
  renews_automatically: guard({
    title: { en: "it goes on by itself", zh: "约定自动续期" },
    needs: ["data.kind", "data.renewal"],
    test: ({ data }) => data.kind !== "trial" && data.renewal === "automatic",
  }),
  renewal_agreed: guard({
    title: { en: "renewal was agreed on", zh: "已商定续签" },
    needs: ["data.kind", "data.renewal"],
    test: ({ data }) => data.kind !== "trial" && data.renewal === "agreed",
  }),
  notice_agreed: guard({
    title: { en: "a notice period was agreed on", zh: "约定了通知期" },
    needs: [],
    reads: ["data.notice"],
    test: ({ data }) => typeof data.notice === "object" && data.notice !== null,
  }),
  notice_running: guard({
    title: { en: "notice was given", zh: "已发出通知" },
    needs: ["data.renewal"],
    reads: ["data.terminatesOn"],
    test: ({ data }) => data.renewal === "refused" || typeof data.terminatesOn === "string",
  }),
  no_notice_running: guard({
    title: { en: "no notice was given", zh: "未发出通知" },
    needs: ["data.renewal"],
    reads: ["data.terminatesOn"],
    test: ({ data }) => data.renewal !== "refused" && typeof data.terminatesOn !== "string",
  }),
  by_consent: guard({
    title: { en: "both parties wish it", zh: "双方协商一致" },
    needs: ["event.basis"],
    test: ({ event }) => event.basis === "consent",
  }),
  for_cause: guard({
    title: { en: "there is a cause", zh: "因故解除" },
    needs: ["event.basis"],
    test: ({ event }) => event.basis === "cause",
  }),
  cause_established: guard({
    title: { en: "the cause is established", zh: "事由成立" },
    needs: ["facts.cause"],
    test: ({ facts }) => (facts.cause === "disputed" ? "unknown" : facts.cause === "established"),
  }),
  cause_cleared: guard({
    title: { en: "what it was suspended for is over", zh: "暂停事由已消除" },
    needs: ["facts.causeCleared"],
    test: ({ facts }) => facts.causeCleared,
  }),
  end_near: guard({
    title: { en: "its end is near", zh: "临近期满" },
    needs: ["event.asOf"],
    reads: ["data.expiringFrom"],
    test: ({ event, data }) => typeof data.expiringFrom === "string" && event.asOf >= data.expiringFrom,
  }),
} satisfies { readonly [name: string]: Guard<AgreementTypes> };
