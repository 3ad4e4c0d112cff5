/** What is noted when a member leaves. */
import { fullMonthsBetween } from "../kernel/full-months-between.js";
import { noticeEnd, noticeMonths, type Term, withinTerm } from "./compute-notice.js";
import { exitItems } from "./exit-item.js";
import { evidenceOf } from "./list-exit-grounds.js";
import { memberKit } from "./member-kit.js";
import type { MemberPolicy } from "./member-policy.js";
import type { MemberData } from "./member-state.js";

const { update } = memberKit;

/** @internal */
export const exitUpdates = {
  begin_notice: update({
    title: { en: "note ground and end of the notice, and open the checklist", zh: "登记理由与通知期届满日，启用清单" },
    needs: ["event.asOf", "event.ground", "event.exitOn", "data.badReviews", "data.breaches", "facts.ownExitItems"],
    reads: ["data.agreementEnd"],
    change: ({ event, data, facts }) => leaving("notice", event.ground, event.asOf, withinTerm(event.exitOn, data), data, facts),
  }),
  begin_elimination: update({
    title: { en: "note the ground, compute the notice and open the checklist", zh: "登记理由，计算通知期，启用清单" },
    needs: [
      "event.asOf",
      "event.ground",
      "data.memberSince",
      "data.badReviews",
      "data.breaches",
      "facts.noticeSteps",
      "facts.noticeEndsOn",
      "facts.ownExitItems",
    ],
    reads: ["data.agreementEnd"],
    change: ({ event, data, facts }) => eliminated(event.ground, event.asOf, data, facts),
  }),
  begin_elimination_by_reviews: update({
    title: { en: "note the bad reviews, compute the notice and open the checklist", zh: "登记差评，计算通知期，启用清单" },
    needs: [
      "event.asOf",
      "event.reviewId",
      "data.memberSince",
      "data.badReviews",
      "data.breaches",
      "facts.noticeSteps",
      "facts.noticeEndsOn",
      "facts.ownExitItems",
    ],
    reads: ["data.agreementEnd"],
    change: ({ event, data, facts }) =>
      eliminated("poor_performance", event.asOf, { ...data, badReviews: [...data.badReviews, event.reviewId] }, facts),
  }),
  begin_elimination_by_remediation: update({
    title: { en: "note the failed remediation, compute the notice and open the checklist", zh: "登记整改失败，计算通知期，启用清单" },
    needs: [
      "event.asOf",
      "data.memberSince",
      "data.badReviews",
      "data.breaches",
      "facts.noticeSteps",
      "facts.noticeEndsOn",
      "facts.ownExitItems",
    ],
    reads: ["data.agreementEnd"],
    change: ({ event, data, facts }) => eliminated("failed_remediation", event.asOf, data, facts),
  }),
  begin_elimination_by_suspension: update({
    title: { en: "note the overlong suspension, compute the notice and open the checklist", zh: "登记暂停逾期，计算通知期，启用清单" },
    needs: [
      "event.asOf",
      "data.memberSince",
      "data.badReviews",
      "data.breaches",
      "facts.noticeSteps",
      "facts.noticeEndsOn",
      "facts.ownExitItems",
    ],
    reads: ["data.agreementEnd"],
    change: ({ event, data, facts }) => eliminated("long_suspension", event.asOf, data, facts),
  }),
  end_for_cause: update({
    title: { en: "note the ground, end at once and open the checklist", zh: "登记理由，即时解除，启用清单" },
    needs: ["event.asOf", "event.ground", "data.badReviews", "data.breaches", "facts.ownExitItems"],
    change: ({ event, data, facts }) => ({ ...leaving("cause", event.ground, event.asOf, event.asOf, data, facts), noticeEnds: null }),
  }),
  end_with_agreement: update({
    title: { en: "note the end of the agreement and open the checklist", zh: "登记协议届满，启用清单" },
    needs: ["data.agreementEnd", "data.badReviews", "data.breaches", "facts.ownExitItems"],
    change: ({ data, facts }) => ({
      ...leaving("expiry", "agreement_ended", data.agreementEnd, data.agreementEnd, data, facts),
      noticeEnds: null,
    }),
  }),
  follow_agreement: update({
    title: { en: "note the day on which the agreement ended and open the checklist", zh: "登记协议终止日，启用清单" },
    needs: ["event.asOf", "data.badReviews", "data.breaches", "facts.ownExitItems"],
    change: ({ event, data, facts }) => ({
      ...leaving("expiry", "agreement_ended", event.asOf, event.asOf, data, facts),
      noticeEnds: null,
    }),
  }),
  revoke_exit: update({
    title: { en: "take the exit back", zh: "撤销退出" },
    needs: [],
    change: () => ({ exitKind: null, exitReason: null, exitOn: null, noticeEnds: null, openItems: [], closedItems: [] }),
  }),
  note_notice_over: update({
    title: { en: "note that the notice has run out", zh: "登记通知期已满" },
    needs: [],
    change: () => ({ noticeEnds: null }),
  }),
  close_item: update({
    title: { en: "close the item", zh: "办结该事项" },
    needs: ["event.asOf", "event.item", "event.result", "data.openItems", "data.closedItems"],
    change: ({ event, data }) => ({
      openItems: data.openItems.filter((item) => item !== event.item),
      closedItems: [...data.closedItems, { item: event.item, closedOn: event.asOf, result: event.result }],
    }),
  }),
  reopen_item: update({
    title: { en: "open the item again", zh: "重开该事项" },
    needs: ["event.item", "data.openItems", "data.closedItems"],
    change: ({ event, data }) => ({
      openItems: [...data.openItems, event.item],
      closedItems: data.closedItems.filter(({ item }) => item !== event.item),
    }),
  }),
};

type Leaver = Pick<MemberData, "badReviews" | "breaches">;

function leaving(
  exitKind: MemberData["exitKind"],
  ground: string,
  on: string,
  exitOn: string,
  data: Leaver,
  { ownExitItems }: Pick<MemberPolicy, "ownExitItems">,
): Partial<MemberData> {
  return {
    exitKind,
    exitReason: { on, ground, evidence: evidenceOf(ground, data) },
    exitOn,
    noticeEnds: exitOn,
    openItems: [...new Set([...exitItems, ...ownExitItems])],
    closedItems: [],
  };
}

/** `notice_agreed` has made sure that a step reaches every membership. */
function eliminated(
  ground: string,
  on: string,
  data: Leaver & Term & { readonly memberSince: string },
  policy: Pick<MemberPolicy, "noticeSteps" | "noticeEndsOn" | "ownExitItems">,
): Partial<MemberData> {
  const months = noticeMonths(fullMonthsBetween(data.memberSince, on), policy.noticeSteps, "facts") ?? 0;
  return leaving("elimination", ground, on, withinTerm(noticeEnd(on, months, policy.noticeEndsOn), data), data, policy);
}
