import { catalogue } from "qudao/i18n";
import { addDays } from "qudao/kernel";
import { findDueMembers, indexDueDates, type MemberDueDate } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { changed, trial } from "../support/channel-member.js";
import { faultAt, faultOf } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const index: readonly MemberDueDate[] = [
  { date: "2024-06-30", memberId: "M-2", kind: "deadline", dueOn: "remediationDue" },
  { date: "2024-07-01", memberId: "M-1", kind: "expiry", dueOn: "trialEnd" },
  { date: "2024-07-01", memberId: "M-2", kind: "review", dueOn: "nextReviewOn" },
  { date: "2024-07-02", memberId: "M-3", kind: "expiry", dueOn: "noticeEnds" },
];

describe("findDueMembers()", () => {
  test.each([
    ["2024-06-29", []],
    ["2024-06-30", [["M-2", ["remediationDue"]]]],
    [
      "2024-07-01",
      [
        ["M-2", ["remediationDue", "nextReviewOn"]],
        ["M-1", ["trialEnd"]],
      ],
    ],
    [
      "2024-07-02",
      [
        ["M-2", ["remediationDue", "nextReviewOn"]],
        ["M-1", ["trialEnd"]],
        ["M-3", ["noticeEnds"]],
      ],
    ],
  ])("on %s lists %j", (asOf, due) => {
    const found = findDueMembers(frozen({ index, asOf }));
    expect(found.map(({ memberId, due: rows }) => [memberId, rows.map(({ dueOn }) => dueOn)])).toStrictEqual(due);
  });

  test("looks no further than the day: of many members only those that are due are read", () => {
    let read = 0;
    const members = Array.from({ length: 2000 }, (_, i) => ({
      id: `M-${i}`,
      state: changed(trial, {}, { trialEnd: addDays("2024-07-01", i) }),
    }));
    const rows = indexDueDates({ members }).filter(({ kind }) => kind === "expiry");
    const watched = new Proxy(rows, {
      get: (target, name, receiver) => {
        if (typeof name === "string" && /^\d+$/.test(name)) read++;
        return Reflect.get(target, name, receiver);
      },
    });
    expect(findDueMembers({ index: watched, asOf: "2024-07-03" }).map(({ memberId }) => memberId)).toStrictEqual(["M-0", "M-1", "M-2"]);
    expect(read).toBe(4);
  });

  test("does not trust rows that are out of order", () => {
    const { code, path, params } = faultOf(() => findDueMembers({ index: [...index].reverse(), asOf: "2024-07-02" }));
    expect([code, path]).toStrictEqual(["lifecycle.index_out_of_order", "facts.index[1].date"]);
    expect(params).toStrictEqual({ date: "2024-07-01", last: "2024-07-02" });
    expect(catalogue["lifecycle.index_out_of_order"].zh).toContain("{date}");
  });

  test.each([
    [[{ ...index[0], kind: "review" }], "kernel.not_a_choice at facts.index[0].kind"],
    [[{ ...index[0], dueOn: "birthday" }], "kernel.not_a_choice at facts.index[0].dueOn"],
    [[{ ...index[0], memberId: 7 }], "kernel.not_text at facts.index[0].memberId"],
    [[{ ...index[0], date: "2024-06-31" }], "kernel.not_a_date at facts.index[0].date"],
    ["all", "kernel.not_a_list at facts.index"],
  ])("a row that cannot be read is a fault: %j", (rows, fault) => {
    expect(faultAt(() => findDueMembers({ index: rows as never, asOf: "2024-07-02" }))).toBe(fault);
  });
});
