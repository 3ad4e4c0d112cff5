import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { indexDueDates } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { agent, changed, exiting, prospect, remedying, suspended, trial } from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

describe("indexDueDates()", () => {
  test("lists expiries, deadlines and reviews by date, then by member", () => {
    const members = [
      { id: "M-5", state: changed(agent, {}, { agreementEnd: "2024-06-01" }) },
      { id: "M-4", state: exiting },
      { id: "M-3", state: suspended },
      { id: "M-2", state: remedying },
      { id: "M-1", state: trial },
      { id: "M-0", state: prospect },
    ];
    const rows = indexDueDates(frozen({ members }));
    expect(rows.map(({ date, memberId, kind, dueOn }) => `${date} ${memberId} ${kind} ${dueOn}`)).toStrictEqual([
      "2024-06-01 M-2 deadline remediationDue",
      "2024-06-01 M-5 expiry agreementEnd",
      "2024-07-01 M-1 expiry trialEnd",
      "2024-07-01 M-4 expiry noticeEnds",
      "2024-09-01 M-3 deadline suspensionLimit",
      "2024-10-01 M-1 review nextReviewOn",
      "2024-10-01 M-2 review nextReviewOn",
      "2024-10-01 M-3 review nextReviewOn",
      "2024-10-01 M-5 review nextReviewOn",
    ]);
    for (const { kind, dueOn } of rows) {
      const words = {
        en: "{kind:lifecycle.due_kind}: {dueOn:lifecycle.due_on}",
        zh: "{kind:lifecycle.due_kind}：{dueOn:lifecycle.due_on}",
      };
      for (const language of ["en", "zh"] as const) {
        expect(renderMessage({ code: "host.due", params: { kind, dueOn }, words }, language, catalogue)).not.toContain(dueOn);
      }
    }
  });

  test("lists a date twice over where two things are due on it, and nothing that no longer counts", () => {
    const both = changed(remedying, { relationship: "trial" }, { trialEnd: "2024-06-01" });
    expect(indexDueDates({ members: [{ id: "M", state: both }] }).map(({ dueOn }) => dueOn)).toStrictEqual([
      "trialEnd",
      "remediationDue",
      "nextReviewOn",
    ]);
    expect(indexDueDates({ members: [{ id: "M", state: changed(remedying, { relationship: "exited" }) }] })).toStrictEqual([]);
  });

  test("names the member of a state that cannot be read", () => {
    const state = changed(trial, {}, { trialEnd: "soon" });
    expect(
      faultAt(() =>
        indexDueDates({
          members: [
            { id: "M-1", state: trial },
            { id: "M-2", state },
          ],
        }),
      ),
    ).toBe("kernel.not_a_date at facts.members[1].state.data.trialEnd");
    expect(faultAt(() => indexDueDates({ members: [{ id: "", state: trial }] }))).toBe("kernel.not_text at facts.members[0].id");
  });
});
