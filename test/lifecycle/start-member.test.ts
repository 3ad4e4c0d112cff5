import { catalogue } from "qudao/i18n";
import { renderMessage } from "qudao/kernel";
import { type ExistingMember, type MemberStart, type MemberState, startMember, stepMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import {
  agent,
  changed,
  distributor,
  exiting,
  known,
  onboarding,
  onWatch,
  prospect,
  remedying,
  strategic,
  suspended,
  trial,
} from "../support/channel-member.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const start: MemberStart = { id: "R-2", jurisdiction: "CN", origin: "direct" };
const existing: ExistingMember = {
  as: "trial",
  level: "trial_distributor",
  memberSince: "2024-01-01",
  agreementId: "T-1",
  agreementKind: "trial",
  agreementEnd: "2024-07-01",
  nextReviewOn: "2024-04-01",
};
const begun = (facts: MemberStart): MemberState => {
  const started = startMember(frozen(facts));
  if (!started.ok) throw new Error(started.problem.code);
  return started.value;
};

describe("startMember()", () => {
  test("begins as a prospect with nothing behind it", () => {
    const { at, data } = begun(start);
    expect(at).toStrictEqual({ relationship: "prospect", level: "none", standing: "good" });
    expect([data.id, data.previousId, data.origin, data.breaches, data.trialEnd]).toStrictEqual(["R-2", null, "direct", [], null]);
    expect(JSON.parse(JSON.stringify(begun(start)))).toStrictEqual(begun(start));
  });

  test("takes in a member that the host already has", () => {
    const { at, data } = begun({ ...start, existing });
    expect(at).toStrictEqual({ relationship: "trial", level: "trial_distributor", standing: "good" });
    expect([data.trialEnd, data.agreementEnd, data.memberSince]).toStrictEqual(["2024-07-01", "2024-07-01", "2024-01-01"]);
    const dealer = begun({ ...start, existing: { ...existing, as: "active", level: "agent", agreementKind: "agency" } });
    expect([dealer.at.level, dealer.data.trialEnd, dealer.data.agreementEnd]).toStrictEqual(["agent", null, "2024-07-01"]);
  });

  test("takes in a strategic partner with what it falls back to", () => {
    const partner = { ...existing, as: "active", level: "strategic_partner", baseLevel: "agent", agreementKind: "agency" } as const;
    const { at, data } = begun({ ...start, existing: partner });
    expect([at.level, at.standing, data.baseLevel]).toStrictEqual(["strategic_partner", "good", "agent"]);
  });

  test.each([
    [
      "a partner that falls back to nothing",
      { as: "active", level: "strategic_partner" },
      "kernel.not_a_choice at facts.existing.baseLevel",
    ],
    ["a trial that falls back", { baseLevel: "agent" }, "kernel.not_a_choice at facts.existing.baseLevel"],
    ["a standing, which would be lost", { standing: "suspended" }, "kernel.not_a_choice at facts.existing.standing"],
    ["a trial without an end", { agreementEnd: undefined }, "kernel.not_a_date at facts.existing.agreementEnd"],
    ["a trial of an agent", { level: "agent" }, "kernel.not_a_choice at facts.existing.level"],
    ["an active trial distributor", { as: "active" }, "kernel.not_a_choice at facts.existing.level"],
    ["a prospect", { as: "prospect" }, "kernel.not_a_choice at facts.existing.as"],
    ["an agreement of another kind", { agreementKind: "lease" }, "kernel.not_a_choice at facts.existing.agreementKind"],
  ])("%s is a fault", (_, change, fault) => {
    expect(faultAt(() => startMember({ ...start, existing: { ...existing, ...change } as ExistingMember }))).toBe(fault);
  });

  test.each([
    [{ id: "" }, "kernel.not_text at facts.id"],
    [{ jurisdiction: 7 }, "kernel.not_text at facts.jurisdiction"],
    [{ origin: "former_trial" }, "kernel.not_a_choice at facts.origin"],
    [{ previous: "R-1" }, "kernel.not_a_record at facts.previous"],
  ])("%j is a fault", (change, fault) => {
    expect(faultAt(() => startMember({ ...start, ...change } as MemberStart))).toBe(fault);
  });
});

// 4.3: only agents and distributors nominate
describe("a nominated member", () => {
  const nominated = (nominator: MemberState | undefined) => startMember({ ...start, origin: "nominated", nominator });

  test.each([
    ["a distributor", distributor],
    ["an agent", agent],
    ["a strategic partner", strategic],
    ["a distributor under watch", onWatch],
    ["a distributor in remediation", remedying],
  ])("begins on the word of %s, and keeps whose", (_, nominator) => {
    const answer = nominated(nominator);
    expect(answer.ok && [answer.value.data.origin, answer.value.data.nominatorId]).toStrictEqual(["nominated", "R-1"]);
  });

  test.each([
    ["is on trial", trial],
    ["is only a prospect", prospect],
    ["is suspended", suspended],
    ["is leaving", exiting],
    ["has left", changed(agent, { relationship: "exited" })],
  ])("does not begin on the word of one that %s", (_, nominator) => {
    const answer = nominated(nominator);
    if (answer.ok) throw new Error("begun");
    const { code, params } = answer.problem;
    const { relationship, level, standing } = nominator.at;
    expect([code, params]).toMatchObject(["lifecycle.nominator_may_not", { nominatorId: "R-1", relationship, level, standing }]);
    for (const language of ["en", "zh"] as const) {
      expect(renderMessage(answer.problem, language, catalogue)).not.toMatch(/lifecycle\.|[?？{}]/);
    }
  });

  test.each([
    [undefined, "kernel.not_a_record at facts.nominator"],
    [{ ...agent, at: { ...agent.at, level: "boss" } }, "kernel.not_a_choice at facts.nominator.at.level"],
    [{ ...agent, data: { ...agent.data, id: undefined } }, "kernel.not_text at facts.nominator.data.id"],
  ])("needs a nominator that can be read: %#", (nominator, fault) => {
    expect(faultAt(() => nominated(nominator as never))).toBe(fault);
  });

  test("nobody else's nominator is read", () => {
    expect(begun({ ...start, nominator: trial }).data.nominatorId).toBeNull();
  });
});

describe("a member that comes back", () => {
  const breaches = [{ id: "B-1", kind: "diversion", date: "2024-02-01" }];

  test.each(["rejected", "withdrawn", "expired", "exited"] as const)(
    "begins a new relationship after one that is %s, linked to it, with its breaches",
    (relationship) => {
      const previous = changed(trial, { relationship }, { breaches });
      const { at, data } = begun({ ...start, previous });
      expect(at.relationship).toBe("prospect");
      expect([data.id, data.previousId, data.breaches, data.exceptions]).toStrictEqual(["R-2", "R-1", breaches, []]);
    },
  );

  test.each(["prospect", "applied", "information_requested", "approved", "onboarding", "trial", "active", "exiting"] as const)(
    "cannot while the earlier one is %s",
    (relationship) => {
      const answer = startMember({ ...start, previous: changed(agent, { relationship }) });
      expect(answer).toStrictEqual({
        ok: false,
        problem: {
          code: "lifecycle.previous_still_runs",
          params: { previousId: "R-1", relationship, stateTitle: expect.arrayContaining([{ en: "agent", zh: "代理商" }]) },
        },
      });
      if (!answer.ok)
        for (const language of ["en", "zh"] as const)
          expect(renderMessage(answer.problem, language, catalogue)).toMatch(/R-1.*(agent|代理商)/);
    },
  );

  test.each([
    ["trial_distributor", "former_trial"],
    ["distributor", "former_member"],
    ["agent", "former_member"],
    ["none", "nominated"],
  ] as const)("counts as %s → %s for the rule that a trial comes first", (level, origin) => {
    const previous = changed(trial, { relationship: "exited", level });
    expect(begun({ ...start, origin: "nominated", nominator: agent, previous }).data.origin).toBe(origin);
  });

  // C-07: after expiry it counts as a former trial distributor
  test("S03-21: a former trial distributor needs no exception", () => {
    const back = begun({ ...start, previous: changed(trial, { relationship: "expired" }) });
    const state = {
      at: { ...back.at, relationship: "onboarding" },
      data: { ...onboarding("distribution").data, origin: back.data.origin },
    } as const;
    expect(stepMember(state, { type: "activated", asOf: "2024-09-01" }, known).ok).toBe(true);
  });
});
