/** What a candidate carries along, and what changes it. */
import { roomKit } from "../engine/room-kit.js";
import { addDays } from "../kernel/calendar-date.js";
import type { CandidateTypes } from "./candidate-types.js";

const { update } = roomKit<CandidateTypes>();

/** @internal */
export const candidateUpdates = {
  set_review: update({
    title: { en: "set the day to screen again", zh: "设定再次筛选日期" },
    needs: ["event.reviewOn"],
    change: ({ event }) => ({ reviewOn: event.reviewOn }),
  }),
  clear_review: update({
    title: { en: "clear the day to screen again", zh: "清除再次筛选日期" },
    needs: [],
    change: () => ({ reviewOn: null }),
  }),
  note_passed: update({ title: { en: "note the test passed", zh: "记录测试通过" }, needs: [], change: () => ({ competence: "passed" }) }),
  note_failed: update({
    title: { en: "note the test failed", zh: "记录测试未通过" },
    needs: ["data.testsFailed"],
    change: ({ data }) => ({ competence: "failed", testsFailed: data.testsFailed + 1 }),
  }),
  note_decision: update({
    title: { en: "note the decision, its policy and how long it holds", zh: "记录决定、所依政策版本与有效期" },
    needs: ["event.asOf", "event.decision", "event.version", "facts.evaluationDays"],
    change: ({ event, facts }) => ({
      decision: event.decision,
      evaluatedBy: event.version,
      validUntil: addDays(event.asOf, facts.evaluationDays),
      deviation: undefined,
    }),
  }),
  note_refusal: update({
    title: { en: "note the decision and its policy", zh: "记录决定与所依政策版本" },
    needs: ["event.asOf", "event.decision", "event.version"],
    change: ({ event }) => ({ decision: event.decision, evaluatedBy: event.version, endedOn: event.asOf, deviation: undefined }),
  }),
  note_deviation: update({
    title: { en: "note the ground of the deviation and who approved it", zh: "记录偏离理由与批准人" },
    needs: ["event.ground", "event.approver"],
    change: ({ event }) => ({ deviation: { ground: event.ground, approver: event.approver } }),
  }),
  clear_decision: update({
    title: { en: "clear the decision", zh: "清除决定" },
    needs: [],
    change: () => ({ decision: undefined, evaluatedBy: undefined, deviation: undefined, validUntil: null }),
  }),
  set_talks: update({
    title: { en: "set the end of the talks", zh: "设定洽谈期限" },
    needs: ["event.until"],
    change: ({ event }) => ({ talksUntil: event.until }),
  }),
  clear_talks: update({ title: { en: "clear the end of the talks", zh: "清除洽谈期限" }, needs: [], change: () => ({ talksUntil: null }) }),
  note_end: update({
    title: { en: "note the last day", zh: "记录结束日期" },
    needs: ["event.asOf"],
    change: ({ event }) => ({ endedOn: event.asOf }),
  }),
  note_ground: update({
    title: { en: "note the ground", zh: "记录理由" },
    needs: ["event.ground"],
    change: ({ event }) => ({ ground: event.ground }),
  }),
};
