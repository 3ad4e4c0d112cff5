/**
 * The changes that events make to what an agreement carries.
 *
 * @internal
 */
import type { Update } from "../engine/state-table.js";
import { type AgreementTypes, agreementKit } from "./agreement-guards.js";
import { endAfterNotice, expiringFromOf, nextEndOf } from "./agreement-term.js";
import { countedFrom } from "./relocated.js";

const { update } = agreementKit;

export const agreementUpdates = {
  note_ground: update({
    title: { en: "note the ground", zh: "记录理由" },
    needs: ["event.ground"],
    change: ({ event }) => ({ ground: event.ground }),
  }),
  note_drafter: update({
    title: { en: "note who wrote on it", zh: "记录起草人" },
    needs: ["event.by", "data.drafters"],
    change: ({ event, data }) => ({ drafters: [...new Set([...data.drafters, event.by])] }),
  }),
  take_text: update({
    title: { en: "take over the text", zh: "采用文本" },
    needs: ["event.outline"],
    change: ({ event }) => event.outline,
  }),
  /** What was decided about the end stands, and a notice that is overtaken by the new end is done with. */
  take_amendment: update({
    title: { en: "take over the amended terms", zh: "采用变更后的条款" },
    needs: ["event.outline", "data.renewal"],
    reads: ["data.terminatesOn"],
    change: ({ event: { outline }, data: { renewal, terminatesOn } }) => ({
      ...outline,
      renewal: renewal === "agreed" || renewal === "refused" ? renewal : outline.renewal,
      terminatesOn: typeof terminatesOn !== "string" || (outline.end !== null && terminatesOn >= outline.end) ? null : terminatesOn,
    }),
  }),
  note_approval: update({
    title: { en: "note who approved it", zh: "记录审批人" },
    needs: ["event.by"],
    change: ({ event }) => ({ approvedBy: event.by }),
  }),
  void_approval: update({
    title: { en: "void the approval", zh: "审批作废" },
    needs: [],
    change: () => ({ approvedBy: null }),
  }),
  note_signature: update({
    title: { en: "note the signature", zh: "记录签署" },
    needs: ["event.by", "event.evidenceId"],
    change: ({ event }) => ({ signedBy: event.by, evidenceId: event.evidenceId }),
  }),
  /** In time, it ends the agreement or lets it run out; too late to stop another term, it ends that term. */
  serve_notice: update({
    title: { en: "let the notice run", zh: "通知期开始" },
    needs: ["event.asOf", "data.notice", "data.renewal"],
    reads: ["data.end"],
    change: ({ event, data }) => {
      const terminatesOn = countedFrom("event.asOf", () => endAfterNotice(event.asOf, data.notice));
      if (typeof data.end !== "string" || terminatesOn < data.end) return { terminatesOn, renewal: "refused" };
      if (data.renewal === "automatic" && terminatesOn > data.end) return { terminatesOn };
      return { renewal: "refused" };
    },
  }),
  withdraw_notice: update({
    title: { en: "take the notice back", zh: "撤回通知" },
    needs: ["data.renewal"],
    reads: ["data.automaticMonths", "data.successorId"],
    change: ({ data: { automaticMonths, successorId } }) => ({
      terminatesOn: null,
      renewal: typeof successorId === "string" ? "agreed" : typeof automaticMonths === "number" ? "automatic" : "none",
    }),
  }),
  note_successor: update({
    title: { en: "note the agreement that follows", zh: "记录后续协议" },
    needs: ["event.successorId"],
    change: ({ event }) => ({ renewal: "agreed", successorId: event.successorId }),
  }),
  prolong: update({
    title: { en: "begin another term", zh: "开始下一期限" },
    needs: ["data.start", "data.end", "data.automaticMonths", "data.windowDays"],
    reads: ["data.notice"],
    change: ({ data: { start, end, automaticMonths, windowDays, notice } }) =>
      countedFrom("state.data.end", () => {
        const next = nextEndOf(start, end, automaticMonths);
        return { end: next, expiringFrom: expiringFromOf({ start, end: next, notice: notice ?? null, renewal: { windowDays } }) };
      }),
  }),
} satisfies { readonly [name: string]: Update<AgreementTypes> };
