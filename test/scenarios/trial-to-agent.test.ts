/** The story of examples/03-trial-to-agent, on the sources: a year of days, from an application to an agent agreement. */
import { readFileSync } from "node:fs";
import type { AgreementLife, AgreementRefusal, AgreementStep } from "qudao/agreements";
import { catalogue } from "qudao/i18n";
import { type Result, renderExplanation } from "qudao/kernel";
import { type MemberEvent, type MemberFacts, type MemberRefusal, type MemberState, type MemberStep, replayMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
// @ts-expect-error: an example is plain JavaScript
import { live as liveThrough } from "../../examples/03-trial-to-agent/live.mjs";

interface Told {
  readonly asOf: string;
  readonly who: string;
  readonly event: { readonly type: string };
  readonly answer: Result<MemberStep | AgreementStep, MemberRefusal | AgreementRefusal>;
}
interface Life {
  readonly initial: MemberState;
  readonly state: MemberState;
  readonly log: readonly { readonly event: MemberEvent; readonly facts: MemberFacts }[];
  readonly story: readonly Told[];
  readonly papers: ReadonlyMap<string, { readonly state: AgreementLife }>;
}

const read = (name: string) => JSON.parse(readFileSync(`examples/03-trial-to-agent/${name}`, "utf8"));
const { drafts, facts: agreementFacts } = read("agreements.json");
const entries: readonly { readonly asOf: string; readonly member?: { readonly type: string } }[] = read("log.json");
const live = (changed: readonly object[] = entries, until = "2024-12-31"): Life =>
  liveThrough({ entries: changed, drafts, agreementFacts, policy: read("policy.json"), from: "2024-01-01", until });
const refusals = ({ story }: Life) =>
  story.flatMap(({ asOf, who, event, answer }) =>
    answer.ok ? [] : [`${asOf} ${who} ${event.type}: ${[...new Set(answer.problem.failed.map(({ params }) => params["guard"]))].join()}`],
  );
const timeOf = ({ story }: Life) =>
  story.flatMap(({ asOf, who, event, answer }) =>
    event.type === "dayPassed" && answer.ok ? [`${asOf} ${who} ${answer.value.effects.map(({ effect }) => effect).join()}`] : [],
  );

describe("from trial to agent", () => {
  const life = live();

  test("ends with an agent whose agency agreement is in force (S03-11, the transition)", () => {
    expect(life.state.at).toStrictEqual({ relationship: "active", level: "agent", standing: "good" });
    expect(life.state.data).toMatchObject({
      agreementId: "A-1",
      agreementKind: "agency",
      agreementStart: "2024-12-16",
      agreementEnd: "2027-12-16",
    });
    expect([...life.papers].map(([id, { state }]) => [id, state.at])).toStrictEqual([
      ["T-1", "expired"],
      ["D-1", "terminated"],
      ["A-1", "active"],
    ]);
  });

  test("is refused what it is not ready for: papers, training, evaluation, orders while suspended, agent admission", () => {
    expect(refusals(life)).toStrictEqual([
      "2024-01-08 member applied: documents_complete",
      "2024-01-24 T-1 approved: not_own_draft",
      expect.stringMatching(/^2024-02-01 member activated: training_done,/),
      "2024-06-20 member promotedToDistributor: maker_evaluation_passed",
      "2024-08-01 member agreementExpired: agreement_of_member",
      "2024-08-21 member exposureRequested: outside_suspension",
      "2024-08-30 member resumed: minimum_served,to_good",
      "2024-12-03 member promotedToAgent: agent_admitted,agreement_begun",
      "2024-12-17 member agreementTerminated: agreement_of_member",
    ]);
  });

  test("time does its part by itself: agreements take force and end, reviews are called for every three months", () => {
    expect(timeOf(life)).toStrictEqual([
      "2024-02-01 T-1 open_orders,tell_member_life",
      "2024-05-08 member call_review",
      "2024-07-01 D-1 open_orders,tell_member_life",
      "2024-08-01 T-1 stop_new_orders,keep_surviving_clauses,review_compensation,tell_member_life",
      "2024-08-08 member call_review",
      "2024-11-08 member call_review",
      "2024-12-16 A-1 open_orders,tell_member_life",
    ]);
  });

  test("every step is explained in both languages", () => {
    for (const { answer } of life.story) {
      if (!answer.ok) continue;
      for (const language of ["en", "zh"] as const) {
        expect(renderExplanation(answer.value.explanation, { language, catalogue })).not.toMatch(
          /(^|\s)(engine|lifecycle|agreements)\.[a-z_]+ \{|[?？]/m,
        );
      }
    }
  });

  test("the log of accepted events, out of JSON, rebuilds the state", () => {
    const { state, refused } = replayMember(
      { initial: life.initial, records: JSON.parse(JSON.stringify(life.log)) },
      { onRefusal: "stop" },
    );
    expect([state, refused]).toStrictEqual([life.state, []]);
  });

  test("S03-23, S03-24: without the manufacturer's evaluation the trial ends by itself on 1 August, and nothing comes of the rest", () => {
    const unevaluated = live(entries.filter(({ member }) => member?.type !== "evaluated"));
    expect(unevaluated.state.at).toStrictEqual({ relationship: "expired", level: "trial_distributor", standing: "good" });
    expect(timeOf(unevaluated)).toContain(
      "2024-08-01 member dissolve_agreement,freeze_orders,close_registrations,settle,settle_claims,release_deposit,take_back_stock,review_compensation,revoke_access,notify",
    );
    expect(refusals(unevaluated).some((refusal) => refusal.startsWith("2024-12-16 member promotedToAgent"))).toBe(true);
  });
});
