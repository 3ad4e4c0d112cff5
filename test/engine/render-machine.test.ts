import { machineKit, renderMachine } from "qudao/engine";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { dealerMachine, memberMachine } from "../support/member-machine.js";
import { revoked } from "../support/throwing.js";

describe("renderMachine()", () => {
  test("draws a machine in Chinese, one line per arrow and state it leaves", () => {
    expect(renderMachine(memberMachine, "zh")).toBe(
      [
        "stateDiagram-v2",
        '  state "试销" as trial',
        '  state "分销商" as distributor',
        '  state "观察" as watch',
        '  state "整改" as remediation',
        '  state "到期解除" as expired',
        '  state "淘汰" as eliminated',
        '  state "退出" as gone',
        "  [*] --> trial",
        "  trial --> trial : 评估 [评分达到最低要求]",
        "  trial --> distributor : 晋升 [评估合格、正式协议已签署]",
        "  trial --> expired : 日期推进 [到 trialEnd]",
        "  distributor --> watch : 评估 [评分低于最低要求]",
        "  watch --> distributor : 评估 [评分达到最低要求]",
        "  watch --> remediation : 评估 [评分低于最低要求]",
        "  remediation --> distributor : 整改合格",
        "  remediation --> remediation : 整改不合格 [尚有整改机会]",
        "  remediation --> eliminated : 整改不合格 [整改机会已用完]",
        "  remediation --> eliminated : 日期推进 [到 deadline]",
        "  trial --> gone : 离开",
        "  distributor --> gone : 离开",
        "  watch --> gone : 离开",
        "  remediation --> gone : 离开",
        "  expired --> [*]",
        "  eliminated --> [*]",
        "  gone --> [*]",
      ].join("\n"),
    );
  });

  test("draws regions side by side, in English", () => {
    expect(renderMachine(dealerMachine, "en")).toBe(
      [
        "stateDiagram-v2",
        '  state "Dealer" as dealer {',
        '    state "active" as relationship_active',
        '    state "exiting" as relationship_exiting',
        '    state "exited" as relationship_exited',
        "    [*] --> relationship_active",
        "    relationship_active --> relationship_exiting : day passed [on suspendedUntil]",
        "    relationship_active --> relationship_exiting : ended [the standing is good]",
        "    relationship_exiting --> relationship_exited : ended [nothing is receivable]",
        "    relationship_exited --> [*]",
        "    --",
        '    state "good" as standing_good',
        '    state "suspended" as standing_suspended',
        "    [*] --> standing_good",
        "    standing_good --> standing_suspended : suspended",
        "    standing_suspended --> standing_good : resumed",
        "    standing_suspended --> standing_good : day passed [on suspendedUntil]",
        "  }",
      ].join("\n"),
    );
  });

  test("what is no machine is refused with its place", () => {
    expect(faultAt(() => renderMachine({} as never, "en"))).toBe("kernel.not_a_list at machine.regions");
    expect(faultAt(() => renderMachine(revoked() as never, "en"))).toBe("kernel.unreadable at machine");
    expect(faultAt(() => renderMachine(memberMachine, "fr" as never))).toBe("kernel.not_a_choice at language");
  });

  test("titles cannot break out of their label, nor names out of theirs", () => {
    const { defineMachine } = machineKit<{ event: { type: "go" }; data: object; facts: object; effect: never }>();
    const odd = defineMachine({
      name: "odd",
      title: { en: "Odd", zh: "怪" },
      initial: "end",
      final: ["far-away"],
      states: { end: { en: 'a "b": c;\nd', zh: "甲" }, "far-away": { en: "[*] --> x", zh: "乙" } },
      events: { go: { en: "go #1", zh: "走" } },
      effects: {},
      guards: {},
      updates: {},
      arrows: [{ from: "end", on: "go", to: "far-away" }],
    });
    expect(renderMachine(odd, "en").split("\n").slice(1)).toStrictEqual([
      '  state "a #34;b#34;#58; c#59; d" as end_',
      '  state "#91;*#93; --#62; x" as far_2d_away',
      "  [*] --> end_",
      "  end_ --> far_2d_away : go #35;1",
      "  far_2d_away --> [*]",
    ]);
  });
});
