/** What must hold for a member to leave. */
import { fullMonthsBetween } from "../kernel/full-months-between.js";
import { isSaid } from "./check-member.js";
import { noticeEnd, noticeMonths, withinTerm } from "./compute-notice.js";
import { groundStatus } from "./list-exit-grounds.js";
import { memberKit } from "./member-kit.js";

const { guard } = memberKit;

/** @internal */
export const exitGuards = {
  by_maker: guard({
    title: { en: "the manufacturer gives notice", zh: "由厂家通知" },
    needs: ["event.by"],
    test: ({ event }) => event.by === "maker",
  }),
  by_member: guard({
    title: { en: "the member gives notice", zh: "由成员通知" },
    needs: ["event.by"],
    test: ({ event }) => event.by === "member",
  }),
  ground_stands: guard({
    title: { en: "the ground of the exit stands", zh: "退出理由成立" },
    needs: ["event.ground", "data.lastReview", "data.performance", "data.failedChecks", "data.breaches", "facts.establishedGrounds"],
    test: ({ event, data, facts }) => groundStatus(event.ground, data, facts.establishedGrounds),
  }),
  ground_immediate: guard({
    title: { en: "the ground ends the relationship without notice", zh: "该理由可不经通知期解除" },
    needs: ["event.ground", "facts.immediateGrounds"],
    test: ({ event, facts }) => facts.immediateGrounds.some((ground) => ground === event.ground),
  }),
  impact_assessed: guard({
    title: { en: "the impact of the exit is assessed", zh: "已评估退出影响" },
    needs: ["event.asOf", "facts.exitImpactOn"],
    test: ({ event, facts }) => event.asOf >= facts.exitImpactOn,
  }),
  notice_agreed: guard({
    title: { en: "a notice is agreed, from the first day on", zh: "已约定自首日起的通知期" },
    needs: ["facts.noticeSteps"],
    test: ({ facts }) => (noticeMonths(0, facts.noticeSteps, "facts") === undefined ? "unknown" : true),
  }),
  notice_long_enough: guard({
    title: { en: "the notice is as long as agreed, or runs to the end of the term", zh: "通知期不短于约定，或至协议届满" },
    needs: ["event.asOf", "event.exitOn", "data.memberSince", "facts.noticeSteps", "facts.noticeEndsOn"],
    reads: ["data.agreementEnd"],
    test: ({ event, data, facts }) => {
      const months = noticeMonths(fullMonthsBetween(data.memberSince, event.asOf), facts.noticeSteps, "facts");
      return months === undefined ? "unknown" : event.exitOn >= withinTerm(noticeEnd(event.asOf, months, facts.noticeEndsOn), data);
    },
  }),
  notice_over: guard({
    title: { en: "the notice has run out", zh: "通知期已满" },
    needs: ["event.asOf", "data.exitOn"],
    test: ({ event, data }) => event.asOf >= data.exitOn,
  }),
  notice_runs: guard({
    title: { en: "the contract still runs", zh: "合同仍在履行" },
    needs: ["event.asOf", "data.exitOn"],
    test: ({ event, data }) => event.asOf < data.exitOn,
  }),
  supplied_under_notice: guard({
    title: { en: "a member under notice is still supplied", zh: "通知期内继续供货" },
    needs: ["facts.supplyDuringNotice"],
    test: ({ facts }) => facts.supplyDuringNotice,
  }),
  under_notice: guard({
    title: { en: "the exit is by notice", zh: "退出由通知引起" },
    needs: ["data.exitKind"],
    test: ({ data }) => data.exitKind === "notice",
  }),
  above_trial: guard({
    title: { en: "the member was past its trial", zh: "成员已过试销期" },
    needs: ["at.level"],
    test: ({ at }) => at.level === "distributor" || at.level === "agent" || at.level === "strategic_partner",
  }),
  both_agree: guard({
    title: { en: "both sides agree", zh: "双方同意" },
    needs: ["event.agreedBy"],
    test: ({ event }) => event.agreedBy.includes("maker") && event.agreedBy.includes("member"),
  }),
  item_open: guard({
    title: { en: "the item is open", zh: "该事项未办结" },
    needs: ["event.item", "data.openItems"],
    test: ({ event, data }) => data.openItems.includes(event.item),
  }),
  item_closed: guard({
    title: { en: "the item was closed", zh: "该事项已办结" },
    needs: ["event.item", "data.closedItems"],
    test: ({ event, data }) => data.closedItems.some(({ item }) => item === event.item),
  }),
  result_given: guard({
    title: { en: "it says how the item was closed", zh: "已写明办结方式" },
    needs: ["event.result"],
    test: ({ event }) => isSaid(event.result),
  }),
  all_items_closed: guard({
    title: { en: "every item of the exit checklist is closed", zh: "退出清单全部办结" },
    needs: ["data.openItems"],
    test: ({ data }) => data.openItems.length === 0,
  }),
};
