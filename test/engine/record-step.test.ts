import { type ProcedureEvent, type ProcedureRun, type ProcedureTemplate, recordStep, startProcedure } from "qudao/engine";
import { describe, expect, test } from "vitest";
import {
  appraised,
  begun,
  channelProcess,
  doStep,
  evaluationDone,
  evaluationOpen,
  membersDone,
  needsDone,
  owners,
  play,
  schemeDone,
} from "../support/channel-procedure.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const record = (run: ProcedureRun, event: ProcedureEvent) => recordStep(channelProcess, run, event);
const accepted = (run: ProcedureRun, event: ProcedureEvent) => {
  const answer = record(run, event);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};
const refused = (run: ProcedureRun, event: ProcedureEvent) => {
  const answer = record(run, event);
  if (answer.ok) throw new Error("accepted");
  return answer.problem;
};
/** Guards that failed, with what they say. */
const failed = (run: ProcedureRun, event: ProcedureEvent) =>
  refused(run, event).failed.map(({ params, status }) => `${params["guard"]} ${status}`);
const effects = (run: ProcedureRun, event: ProcedureEvent) =>
  accepted(run, event).effects.map(({ effect, params }) => [effect, params["step"]].filter((part) => part !== undefined).join(" "));

describe("recordStep()", () => {
  test("a step runs from started over delivered to done, and the next becomes ready", () => {
    const run = play(begun(), needsDone.slice(0, 2));
    expect(run.steps["needs"]?.data.delivered).toStrictEqual({ survey: 1 });
    const last = accepted(run, needsDone[2] as ProcedureEvent);
    expect(last.next.steps["needs"]).toStrictEqual({
      at: "done",
      data: {
        rounds: 1,
        startedOn: "2024-03-04",
        endedOn: "2024-03-11",
        delivered: { survey: 2 },
        deliveredBy: ["P-mark"],
        approved: {},
        rules: {},
      },
    });
    expect(last.effects).toStrictEqual([
      { effect: "step_done", params: { step: "needs" } },
      { effect: "step_ready", params: { step: "objectives" } },
    ]);
  });

  test("explains what was asked", () => {
    const { explanation } = accepted(begun(), needsDone[0] as ProcedureEvent);
    expect([explanation.code, explanation.params]).toStrictEqual([
      "engine.procedure_recorded",
      {
        procedure: "demo.channel_process",
        step: "needs",
        title: { en: "Analyse customer needs", zh: "分析客户需要" },
        event: "started",
        eventTitle: { en: "started", zh: "开始" },
      },
    ]);
    expect(explanation.from?.[0]?.from?.map(({ params }) => params["guard"])).toStrictEqual([
      "by_owner",
      "applies",
      "others_finished",
      "inputs_at_hand",
      "in_run",
    ]);
  });

  test.each([
    { asOf: "2024-03-03", why: ["day_in_order unmet"] },
    { asOf: "2024-03-04", why: [] },
    { asOf: "2024-03-05", why: [] },
  ])("a round started on 4 March takes a document of $asOf: $why", ({ asOf, why }) => {
    const run = play(begun(), needsDone.slice(0, 1));
    const answer = record(run, { type: "delivered", step: "needs", document: "survey", by: "P-mark", asOf });
    expect(answer.ok ? [] : answer.problem.failed.map(({ params, status }) => `${params["guard"]} ${status}`)).toStrictEqual(why);
  });

  // a run of 1 March
  test.each([
    { asOf: "2024-02-29", why: ["in_run unmet"] },
    { asOf: "2024-03-01", why: [] },
    { asOf: "2024-03-02", why: [] },
  ])("no step of a run of 1 March starts or is skipped on $asOf: $why", ({ asOf, why }) => {
    const whyOf = (run: ProcedureRun, event: ProcedureEvent) => {
      const answer = record(run, event);
      return answer.ok ? [] : answer.problem.failed.map(({ params, status }) => `${params["guard"]} ${status}`);
    };
    expect(whyOf(begun(), { type: "started", step: "needs", by: "P-mark", asOf })).toStrictEqual(why);
    expect(whyOf(begun(), { type: "skipped", step: "motivation", by: "P-dong", ground: "as last year", asOf })).toStrictEqual(why);
  });

  test("a started step is not skipped before its start, a finished one not reopened and no new round started before its end", () => {
    const started = play(play(begun(), membersDone.slice(0, -1)), [
      { type: "started", step: "motivation", by: "P-dong", asOf: "2024-06-10" },
    ]);
    const skip = (asOf: string): ProcedureEvent => ({ type: "skipped", step: "motivation", by: "P-dong", ground: "as last year", asOf });
    expect(failed(started, skip("2024-06-09"))).toStrictEqual(["day_in_order unmet"]);
    expect(accepted(started, skip("2024-06-10")).next.steps["motivation"]?.at).toBe("skipped");
    const done = play(begun(), needsDone); // on 11 March
    const reopen = (asOf: string): ProcedureEvent => ({ type: "reopened", step: "needs", by: "P-mark", ground: "market changed", asOf });
    expect(failed(done, reopen("2024-03-10"))).toStrictEqual(["after_its_end unmet"]);
    expect(accepted(done, reopen("2024-03-11")).next.steps["needs"]?.at).toBe("waiting");
    const run = play(begun(), appraised); // the first round of 15 May
    const again = (asOf: string): ProcedureEvent => ({ type: "started", step: "appraisal", by: "P-ding", asOf });
    expect(failed(run, again("2024-05-14"))).toStrictEqual(["after_its_end unmet"]);
    expect(accepted(run, again("2024-05-15")).next.steps["appraisal"]?.at).toBe("in_progress");
  });

  // S08-02, S04-17: what comes later cannot begin before what it builds on
  test("a step cannot begin before the steps it waits for are finished and its documents are there", () => {
    const start: ProcedureEvent = { type: "started", step: "objectives", by: "P-chen", asOf: "2024-03-04" };
    expect(failed(begun(), start)).toStrictEqual(["others_finished unmet", "inputs_at_hand unmet"]);
    expect(failed(play(begun(), needsDone.slice(0, 2)), start)).toStrictEqual(["others_finished unmet"]);
    expect(accepted(play(begun(), needsDone), start).next.steps["objectives"]?.at).toBe("in_progress");
  });

  // S04-12: the scheme is the channel manager's
  test("only a person of the owner role starts, delivers, completes and skips", () => {
    const run = play(begun(), needsDone);
    const by = "P-mark";
    expect(failed(run, { type: "started", step: "objectives", by, asOf: "2024-03-12" })).toStrictEqual(["by_owner unmet"]);
    const open = play(run, [{ type: "started", step: "objectives", by: "P-chen", asOf: "2024-03-12" }]);
    expect(failed(open, { type: "delivered", step: "objectives", document: "design_materials", by, asOf: "2024-03-12" })).toStrictEqual([
      "by_owner unmet",
    ]);
    expect(failed(open, { type: "completed", step: "objectives", by, asOf: "2024-03-12" })).toStrictEqual([
      "by_owner unmet",
      "outputs_delivered unmet",
    ]);
    expect(
      failed(play(begun(), evaluationDone), { type: "skipped", step: "motivation", ground: "x", by, asOf: "2024-03-12" }),
    ).toStrictEqual(["by_owner unmet"]);
  });

  test("a role that nobody has leaves it open who may act", () => {
    const run = startProcedure(channelProcess, { asOf: "2024-03-01", owners: {} });
    expect(failed(run, needsDone[0] as ProcedureEvent)).toStrictEqual(["by_owner unknown"]);
    const named = play(run, [{ type: "assigned", role: "marketing_staff", persons: ["P-mark"], asOf: "2024-03-02" }]);
    expect(accepted(named, needsDone[0] as ProcedureEvent).next.steps["needs"]?.at).toBe("in_progress");
  });

  test("a step reported completed needs its documents", () => {
    const run = play(begun(), [...needsDone, { type: "started", step: "objectives", by: "P-chen", asOf: "2024-03-12" }]);
    const completed: ProcedureEvent = { type: "completed", step: "objectives", by: "P-chen", asOf: "2024-03-13" };
    const { failed: findings, allowed, params } = refused(run, completed);
    expect(findings.map((finding) => finding.params["read"])).toStrictEqual([{ "facts.lackingOutputs": ["design_materials"] }]);
    expect([params["step"], params["state"]]).toStrictEqual(["objectives", "in_progress"]);
    expect(allowed).toStrictEqual(["delivered", "approved", "rejected", "checked", "skipped"]);
  });
});

describe("the gate", () => {
  const approve = (role: string, by: string): ProcedureEvent => ({ type: "approved", step: "evaluation", role, by, asOf: "2024-03-25" });
  const check = (status: "met" | "unmet" | "unknown" | "excepted"): ProcedureEvent => ({
    type: "checked",
    step: "evaluation",
    rule: "planning.scheme_complete",
    status,
    asOf: "2024-03-25",
  });
  const open = () => play(begun(), evaluationOpen);
  const at = (run: ProcedureRun) => run.steps["evaluation"]?.at;

  // S04-15: one opinion per department; a missing one leaves it incomplete
  test("is passed when every role has approved and every rule is met, in any order", () => {
    expect(at(play(open(), [check("met"), approve("logistics", "P-lou")]))).toBe("in_progress");
    expect(at(play(open(), [check("met"), approve("logistics", "P-lou"), approve("finance", "P-fan")]))).toBe("done");
    expect(at(play(open(), [approve("finance", "P-fan"), approve("logistics", "P-lou"), check("met")]))).toBe("done");
  });

  test.each([
    { status: "unmet", at: "in_progress" },
    { status: "unknown", at: "in_progress" },
    { status: "excepted", at: "done" },
  ] as const)("a rule found $status leaves the step $at", ({ status, at: expected }) => {
    expect(at(play(open(), [approve("finance", "P-fan"), approve("logistics", "P-lou"), check(status)]))).toBe(expected);
  });

  // S14-10: nobody approves their own work
  test("nobody approves what they delivered, whatever roles they have", () => {
    expect(failed(open(), approve("logistics", "P-mei"))).toStrictEqual(["not_own_work unmet"]);
  });

  test("only the role approves, and only what was delivered", () => {
    expect(failed(open(), approve("finance", "P-lou"))).toStrictEqual(["by_approver unmet"]);
    const started = play(begun(), evaluationOpen.slice(0, -1));
    expect(failed(started, approve("finance", "P-fan"))).toStrictEqual(["outputs_delivered unmet"]);
  });

  test("a further delivery voids approvals and findings", () => {
    const run = play(open(), [
      check("met"),
      approve("finance", "P-fan"),
      { type: "delivered", step: "evaluation", by: "P-mei", document: "selection_scheme", asOf: "2024-03-26" },
    ]);
    expect(run.steps["evaluation"]?.data).toMatchObject({ delivered: { selection_scheme: 2 }, approved: {}, rules: {} });
    expect(at(play(run, [approve("logistics", "P-lou")]))).toBe("in_progress");
  });

  test("a rejection has everything delivered again and keeps the ground", () => {
    const rejected: ProcedureEvent = {
      type: "rejected",
      step: "evaluation",
      role: "finance",
      by: "P-fan",
      ground: "cost is missing",
      asOf: "2024-03-25",
    };
    const { next } = accepted(play(open(), [approve("logistics", "P-lou")]), rejected);
    expect(next.steps["evaluation"]).toStrictEqual({
      at: "in_progress",
      data: { rounds: 0, startedOn: "2024-03-21", delivered: {}, deliveredBy: [], approved: {}, rules: {}, ground: "cost is missing" },
    });
    expect(failed(open(), { ...rejected, ground: "  " })).toStrictEqual(["ground_given unmet"]);
  });
});

describe("leaving out, coming round, taking up again", () => {
  test("an optional step is skipped with a ground, another is not", () => {
    const run = play(begun(), evaluationDone);
    const skip = (step: string, ground: string): ProcedureEvent => ({ type: "skipped", step, by: "P-dong", ground, asOf: "2024-04-01" });
    expect(accepted(run, skip("motivation", "as last year")).next.steps["motivation"]?.at).toBe("skipped");
    expect(failed(run, skip("motivation", ""))).toStrictEqual(["ground_given unmet"]);
    expect(failed(run, skip("selection", "no time"))).toStrictEqual(["optional unmet"]);
  });

  test("a step that comes round begins a new round and counts it", () => {
    const run = play(begun(), [...appraised, ...doStep("appraisal", "P-dong", "evaluation_form", "2024-08-20")]);
    expect(run.steps["appraisal"]?.data).toMatchObject({ rounds: 2, endedOn: "2024-08-20" });
    expect(failed(run, { type: "started", step: "selection", by: "P-dong", asOf: "2024-08-21" })).toStrictEqual(["repeats unmet"]);
  });

  test("its second round holds nobody up", () => {
    const second: ProcedureEvent = { type: "started", step: "appraisal", by: "P-dong", asOf: "2024-08-20" };
    const run = play(begun(), [
      ...appraised,
      { type: "answered", condition: "shortfalls_found", holds: true, asOf: "2024-05-16" },
      { type: "started", step: "improvement", by: "P-dong", asOf: "2024-05-16" },
      second,
    ]);
    expect(
      accepted(run, { type: "delivered", step: "improvement", by: "P-dong", document: "improvement_plan", asOf: "2024-08-21" }).next,
    ).toBeDefined();
  });

  test("a reopened step takes those that built on it back with it", () => {
    const run = play(begun(), membersDone);
    const reopen: ProcedureEvent = { type: "reopened", step: "scheme", by: "P-fan", ground: "market changed", asOf: "2024-04-15" };
    const { next } = accepted(run, reopen);
    expect(Object.entries(next.steps).map(([step, { at }]) => [step, at])).toStrictEqual([
      ["needs", "done"],
      ["objectives", "done"],
      ["scheme", "waiting"],
      ["evaluation", "waiting"],
      ["selection", "waiting"],
      ["motivation", "skipped"],
      ["appraisal", "waiting"],
      ["improvement", "waiting"],
    ]);
    expect(next.steps["scheme"]?.data).toStrictEqual({
      rounds: 0,
      delivered: {},
      deliveredBy: [],
      approved: {},
      rules: {},
      ground: "market changed",
    });
    expect(effects(run, reopen)).toStrictEqual([
      "step_fell_back scheme",
      "step_fell_back evaluation",
      "step_fell_back selection",
      "step_ready scheme",
    ]);
    expect(failed(run, { ...reopen, by: "P-stranger" })).toStrictEqual(["by_participant unmet"]);
  });
});

describe("what concerns the whole run", () => {
  test("a condition decides whether a step applies; until it is known the step cannot begin", () => {
    const run = play(begun(), appraised);
    const start: ProcedureEvent = { type: "started", step: "improvement", by: "P-dong", asOf: "2024-05-20" };
    const answered = (holds: boolean): ProcedureEvent => ({ type: "answered", condition: "shortfalls_found", holds, asOf: "2024-05-18" });
    expect(failed(run, start)).toStrictEqual(["applies unknown"]);
    expect(failed(play(run, [answered(false)]), start)).toStrictEqual(["applies unmet"]);
    expect(effects(run, answered(true))).toStrictEqual(["step_ready improvement"]);
    expect(effects(run, answered(false))).toStrictEqual(["procedure_finished"]);
  });

  // S01-23: no end with an unfinished stage
  test("the end comes with the last step, not before", () => {
    const run = play(begun(), [...appraised, { type: "answered", condition: "shortfalls_found", holds: true, asOf: "2024-05-16" }]);
    const [started, delivered, completed] = doStep("improvement", "P-dong", "improvement_plan", "2024-05-20") as [
      ProcedureEvent,
      ProcedureEvent,
      ProcedureEvent,
    ];
    expect(effects(run, started)).toStrictEqual([]);
    expect(effects(play(run, [started]), delivered)).toStrictEqual([]);
    expect(effects(play(run, [started, delivered]), completed)).toStrictEqual(["step_done improvement", "procedure_finished"]);
  });

  test("a document from outside can stand in for a step's own", () => {
    const template: ProcedureTemplate = {
      ...channelProcess,
      stages: [
        {
          id: "all",
          title: channelProcess.title,
          steps: [{ id: "go", title: channelProcess.title, owner: "finance", inputs: ["survey"] }],
        },
      ],
    };
    const { loopsBackTo: _, ...once } = template;
    const run = startProcedure(once, { asOf: "2024-03-01", owners });
    const supplied = recordStep(once, run, { type: "supplied", document: "survey", asOf: "2024-03-02" });
    expect(supplied.ok && supplied.value.effects).toStrictEqual([{ effect: "step_ready", params: { step: "go" } }]);
    expect(supplied.ok && supplied.value.next.supplied).toStrictEqual(["survey"]);
    expect(supplied.ok && supplied.value.explanation).toStrictEqual({
      code: "engine.procedure_supplied",
      params: { document: "survey", title: { en: "Customer Survey Questionnaire", zh: "《客户调查问卷》" } },
    });
  });
});

describe("plain data and faults", () => {
  test("nothing is changed, and every answer survives JSON", () => {
    let run = begun();
    for (const event of appraised) {
      const answer = recordStep(frozen(channelProcess), frozen(run), frozen(event));
      expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      if (answer.ok) run = answer.value.next;
    }
    const refusal = record(run, { type: "started", step: "needs", by: "P-mark", asOf: "2024-06-01" });
    expect(JSON.parse(JSON.stringify(refusal))).toStrictEqual(refusal);
  });

  const at = (event: object, run: ProcedureRun = begun()) => faultAt(() => record(run, event as ProcedureEvent));
  const withRun = (change: object) =>
    at({ type: "supplied", document: "survey", asOf: "2024-03-01" }, { ...begun(), ...change } as ProcedureRun);
  const withData = (change: object) => {
    const { at, data } = begun().steps["needs"] as ProcedureRun["steps"][string];
    return withRun({ steps: { ...begun().steps, needs: { at, data: { ...data, ...change } } } });
  };
  const on = { step: "evaluation", by: "P-mei", asOf: "2024-03-01" };

  test.each<readonly [string, () => string, string]>([
    ["an event it does not know", () => at({ ...on, type: "dropped" }), "kernel.not_a_choice at event.type"],
    ["an event of its own table", () => at({ ...on, type: "fulfilled" }), "kernel.not_a_choice at event.type"],
    ["a step it does not know", () => at({ ...on, type: "started", step: "constructor" }), "kernel.not_a_choice at event.step"],
    ["a document that is no output", () => at({ ...on, type: "delivered", document: "survey" }), "kernel.not_a_choice at event.document"],
    ["a role that is not in the gate", () => at({ ...on, type: "approved", role: "marketing" }), "kernel.not_a_choice at event.role"],
    [
      "a rule that is not in the gate",
      () => at({ ...on, type: "checked", rule: "x.y", status: "met" }),
      "kernel.not_a_choice at event.rule",
    ],
    [
      "a finding that is none",
      () => at({ ...on, type: "checked", rule: "planning.scheme_complete", status: "yes" }),
      "kernel.not_a_choice at event.status",
    ],
    ["nobody", () => at({ ...on, type: "started", by: "" }), "kernel.not_text at event.by"],
    ["a day that does not exist", () => at({ ...on, type: "started", asOf: "2024-02-30" }), "kernel.not_a_date at event.asOf"],
    [
      "an unknown document from outside",
      () => at({ type: "supplied", document: "x", asOf: "2024-03-01" }),
      "kernel.not_a_choice at event.document",
    ],
    ["an unknown role", () => at({ type: "assigned", role: "x", persons: [], asOf: "2024-03-01" }), "kernel.not_a_choice at event.role"],
    [
      "an unknown condition",
      () => at({ type: "answered", condition: "x", holds: true, asOf: "2024-03-01" }),
      "kernel.not_a_choice at event.condition",
    ],
    [
      "a condition neither true nor false",
      () => at({ type: "answered", condition: "shortfalls_found", asOf: "2024-03-01" }),
      "kernel.not_a_choice at event.holds",
    ],
    [
      "a run of another version",
      () => at({ ...on, type: "started" }, { ...begun(), version: "2023-1" }),
      "engine.procedure_other at run.version",
    ],
    [
      "a run of another template",
      () => at({ ...on, type: "started" }, { ...begun(), template: "x.y" }),
      "engine.procedure_other at run.template",
    ],
    ["a run without a step", () => at({ ...on, type: "started" }, { ...begun(), steps: {} }), "kernel.not_a_record at run.steps.needs"],
    ["no event", () => at(null as unknown as ProcedureEvent), "kernel.not_a_record at event"],
    ["no run", () => at({ ...on, type: "started" }, null as unknown as ProcedureRun), "kernel.not_a_record at run"],
    [
      "a run with a state it does not know",
      () =>
        at({ ...on, type: "started", step: "needs" }, {
          ...begun(),
          steps: { ...begun().steps, needs: { at: "lost", data: begun().steps["needs"]?.data } },
        } as unknown as ProcedureRun),
      "kernel.not_a_choice at run.steps.needs.at",
    ],
    ["a run without its first day", () => withRun({ startedOn: "soon" }), "kernel.not_a_date at run.startedOn"],
    [
      "persons that are one text, of which any part would be somebody",
      () => withRun({ owners: { planner: "P-1" } }),
      "kernel.not_a_list at run.owners.planner",
    ],
    ["a person that is none", () => withRun({ owners: { planner: [""] } }), "kernel.not_text at run.owners.planner[0]"],
    [
      "a condition that is neither true nor false",
      () => withRun({ conditions: { shortfalls_found: "no" } }),
      "kernel.not_a_choice at run.conditions.shortfalls_found",
    ],
    ["documents without end", () => withRun({ supplied: new Array(2 ** 32 - 1) }), "kernel.list_too_long at run.supplied"],
    ["a document that is a hole", () => withRun({ supplied: new Array(1) }), "kernel.not_text at run.supplied[0]"],
    ["rounds that are no number", () => withData({ rounds: true }), "kernel.not_a_count at run.steps.needs.data.rounds"],
    ["a last day that does not exist", () => withData({ endedOn: "2024-02-30" }), "kernel.not_a_date at run.steps.needs.data.endedOn"],
    [
      "documents that are no numbers of copies",
      () => withData({ delivered: { survey: "1" } }),
      "kernel.not_a_count at run.steps.needs.data.delivered.survey",
    ],
    ["deliverers that are one text", () => withData({ deliveredBy: "P-1" }), "kernel.not_a_list at run.steps.needs.data.deliveredBy"],
    ["an approval by nobody", () => withData({ approved: { manager: null } }), "kernel.not_text at run.steps.needs.data.approved.manager"],
    [
      "a rule that is neither met nor not",
      () => withData({ rules: { x: "passed" } }),
      "kernel.not_a_choice at run.steps.needs.data.rules.x",
    ],
    ["a ground that is no text", () => withData({ ground: 1 }), "kernel.not_text at run.steps.needs.data.ground"],
  ])("%s is a fault with its place", (_, call, fault) => expect(call()).toBe(fault));

  test("a scheme that was never drawn up cannot be evaluated", () => {
    expect(failed(play(begun(), schemeDone.slice(0, -3)), { ...on, type: "started" })).toStrictEqual([
      "others_finished unmet",
      "inputs_at_hand unmet",
    ]);
  });
});
