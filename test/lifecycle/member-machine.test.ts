import { checkMachine, findDueDates, renderMachine, stepState } from "qudao/engine";
import { catalogue } from "qudao/i18n";
import { isDate, isLibraryFault, renderExplanation, renderMessage } from "qudao/kernel";
import { type MemberEvent, type MemberFacts, type MemberState, memberMachine, stepMember } from "qudao/lifecycle";
import { describe, expect, test } from "vitest";
import { accepted, changed, known, memberCases, refused, trial } from "../support/channel-member.js";
import { frozen } from "../support/frozen.js";
import { expectSameWalk } from "../support/xstate-walk.js";

/** A code that has no words is shown with its parameters behind it. */
const raw = /(^|\s)(kernel|engine|entities|lifecycle)\.[a-z_]+ \{|[?？]/m;

const regions = memberMachine.regions.map(({ region, table }) => ({ region, table }));
const listed = (names: string | readonly string[] | undefined): readonly string[] =>
  names === undefined ? [] : typeof names === "string" ? [names] : names;

/** Every arrow under the name that a step gives it, with the places it reads. */
const arrows = regions.flatMap(({ region, table }) =>
  table.arrows.map(({ from, on, when, dueOn, assign, to }) => {
    const guards = listed(when);
    return {
      id: `${region}:${listed(from).join("|")}.${on}${guards.length === 0 ? "" : `[${guards.join(",")}]`}${dueOn === undefined ? "" : `@${dueOn}`}`,
      needs: [
        ...guards.flatMap((name) => table.guards[name]?.needs ?? []),
        ...listed(assign).flatMap((name) => table.updates[name]?.needs ?? []),
      ],
      region,
      from: listed(from),
      on,
      guards,
      to,
    };
  }),
);

type Case = readonly [name: string, state: MemberState, event: MemberEvent, facts: MemberFacts];
const cases = memberCases.map(([state, event, facts = known], i): Case => {
  const { relationship, level, standing } = state.at;
  return [`${i} ${relationship}, ${level}, ${standing}: ${event.type}`, state, event, facts];
});

describe("the life of a member", () => {
  test("is a sound machine", () => expect(checkMachine(memberMachine)).toStrictEqual([]));

  test("has three regions, and time does nothing to a level", () => {
    expect(regions.map(({ region }) => region)).toStrictEqual(["relationship", "level", "standing"]);
    expect(regions.filter(({ table }) => Object.hasOwn(table.events, "dayPassed")).map(({ region }) => region)).toStrictEqual([
      "relationship",
    ]);
  });

  test("takes every arrow of its tables in the cases below", () => {
    const taken = new Set(cases.flatMap(([, state, event, facts]) => accepted(stepMember(state, event, facts)).arrows));
    expect(arrows.map(({ id }) => id).filter((id) => !taken.has(id))).toStrictEqual([]);
  });

  test("takes the level of a strategic partner on every condition that takes good standing", () => {
    const losses = arrows.filter(({ region, from, to }) => region === "standing" && from.includes("good") && to !== "good" && to !== "=");
    expect(new Set(losses.map(({ on }) => on))).toStrictEqual(
      new Set(["warned", "reviewed", "remediationOpened", "suspended", "safetyEventReported"]),
    );
    for (const { on, guards } of losses) {
      for (const base of ["was_agent", "was_distributor"]) {
        const falls = arrows.filter(
          (one) => one.region === "level" && one.from.includes("strategic_partner") && one.on === on && one.to !== "=",
        );
        expect(falls.some((fall) => fall.guards.every((guard) => guard === base || guards.includes(guard)))).toBe(true);
      }
    }
  });

  // disabling a partner sends no notice
  test("complaint 22: tells whoever is shut out, held up or let go", () => {
    const shutting = arrows.filter(({ to }) => ["suspended", "exiting", "expired", "rejected", "exited", "remediation"].includes(to));
    const silent = shutting.filter(({ region, id }) => {
      const { table } = regions.find((one) => one.region === region) as (typeof regions)[number];
      const arrow = table.arrows[arrows.filter((one) => one.region === region).findIndex((one) => one.id === id)];
      return !(arrow?.then ?? []).some((effect) => effect === "notify" || (typeof effect === "object" && effect.effect === "notify"));
    });
    expect(shutting.length).toBeGreaterThan(10);
    expect(silent).toStrictEqual([]);
  });

  test("draws the way of a member in Chinese", () => {
    const lines = renderMachine(memberMachine, "zh").split("\n");
    expect(lines).toContain("    relationship_trial --> relationship_expired : 日期推进 [到 trialEnd]");
    expect(lines).toContain("    relationship_exiting --> relationship_exited : 完成退出 [退出清单全部办结、通知期已满]");
  });
});

describe("every accepted event", () => {
  test.each(cases)("%s: explains itself in both languages, and its answer is plain data", (_, state, event, facts) => {
    const answer = stepMember(frozen(state), frozen(event), frozen(facts));
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
    const { explanation } = accepted(answer);
    for (const language of ["en", "zh"] as const) expect(renderExplanation(explanation, { language, catalogue })).not.toMatch(raw);
  });

  test.each(cases)("%s: is refused as unknown without any one of the facts it rests on", (_, state, event, facts) => {
    const { arrows: taken } = accepted(stepMember(state, event, facts));
    for (const place of new Set(arrows.filter(({ id }) => taken.includes(id)).flatMap(({ needs }) => needs))) {
      const [part, name] = place.split(".") as ["event" | "facts" | "data" | "at", string];
      if (part === "at" || place === "event.asOf" || place === "event.type") continue;
      const without = (record: object): never => Object.fromEntries(Object.entries(record).filter(([field]) => field !== name)) as never;
      const answer = stepMember(
        part === "data" ? { ...state, data: without(state.data) } : state,
        part === "event" ? without(event) : event,
        part === "facts" ? without(facts) : facts,
      );
      const { params, failed: findings } = refused(answer);
      expect([place, params["why"]]).toStrictEqual([place, "unknown"]);
      expect(findings.flatMap(({ params: said }) => said["missing"] ?? [])).toContain(place);
      for (const language of ["en", "zh"] as const) expect(renderMessage(refused(answer), language, catalogue)).not.toMatch(raw);
    }
  });
});

/** Values of another type than the one given. */
function malformed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return ["x", 7, {}];
  if (typeof value === "number") return ["x", 1.5, -1, {}];
  if (typeof value === "boolean") return ["yes", 7, {}];
  if (typeof value === "object") return ["x", 7, []];
  if (isDate(value)) return ["2024-02-30", 7, {}];
  return typeof value === "string" && /^\d+(\.\d+)?$/.test(value) ? ["x", {}, []] : [7, {}, [], ""];
}

describe("every accepted event", () => {
  test.each(cases)("%s: is a fault or refused with any one of the values it reads malformed", (_, state, event, facts) => {
    const { arrows: taken } = accepted(stepMember(state, event, facts));
    for (const place of new Set(arrows.filter(({ id }) => taken.includes(id)).flatMap(({ needs }) => needs))) {
      const [part, name] = place.split(".") as ["event" | "facts" | "data" | "at", string];
      const whole = part === "event" ? event : part === "facts" ? facts : part === "data" ? state.data : {};
      for (const value of malformed((whole as { readonly [field: string]: unknown })[name])) {
        if (part === "at") continue;
        const bent: never = { ...whole, [name]: value } as never;
        let verdict = "refused";
        try {
          const answer = stepMember(
            part === "data" ? { ...state, data: bent } : state,
            part === "event" ? bent : event,
            part === "facts" ? bent : facts,
          );
          if (answer.ok) verdict = "accepted";
        } catch (caught) {
          if (!isLibraryFault(caught)) throw caught;
        }
        expect([place, value, verdict]).toStrictEqual([place, value, "refused"]);
      }
    }
  });
});

describe("XState itself", () => {
  test("walks every case to the same places with the same effects", () => {
    const walks = cases.map(([, state, event, facts]) => expectSameWalk(memberMachine, state, [{ event, facts }]));
    expect(walks.every(({ compared, moved }) => compared === 1 && moved === 1)).toBe(true);
  });

  test("walks a trial to its end", () => {
    const records: readonly { readonly event: MemberEvent; readonly facts: MemberFacts }[] = [
      { event: { type: "evaluated", asOf: "2024-05-01", passed: false }, facts: known },
      { event: { type: "dayPassed", asOf: "2024-06-30" }, facts: known },
      { event: { type: "dayPassed", asOf: "2024-07-01" }, facts: known },
      { event: { type: "evaluated", asOf: "2024-07-02", passed: true }, facts: known },
    ];
    expect(expectSameWalk(memberMachine, trial, records)).toStrictEqual({ compared: 4, moved: 2 });
  });
});

describe("dates", () => {
  test("a trial whose dates fall on one day ends, and is not reviewed first", () => {
    const state: MemberState = changed(trial, {}, { nextReviewOn: "2024-07-01", remediationDue: "2024-07-01", remediation: "open" });
    expect(findDueDates(memberMachine, state).map(({ dueOn }) => dueOn)).toStrictEqual(["trialEnd", "remediationDue", "nextReviewOn"]);
    const answer = stepState(memberMachine, state, { type: "dayPassed", asOf: "2024-07-01" }, {});
    expect(answer.ok && answer.value.next.at.relationship).toBe("expired");
  });
});
