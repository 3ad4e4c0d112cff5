/** Laws of the procedure, over runs of the channel process played at random. */
import fc from "fast-check";
import { type ProcedureEvent, type ProcedureRun, type ProcedureTemplate, planDates, recordStep, reviewProcedure } from "qudao/engine";
import { addDays, checkExplanation, compareDecimals } from "qudao/kernel";
import { describe, expect, test } from "vitest";
import { begun, channelProcess, owners, workWeek } from "../support/channel-procedure.js";
import { frozen } from "../support/frozen.js";

const seed = { seed: 20240101 };
const steps = channelProcess.stages.flatMap((stage) => stage.steps);
const before = new Map(steps.map((step, i) => [step.id, step.dependsOn ?? steps.slice(Math.max(0, i - 1), i).map(({ id }) => id)]));
const asOf = fc.integer({ min: 0, max: 200 }).map((days) => addDays("2024-03-01", days));
const person = fc.constantFrom(...new Set(Object.values(owners).flat()));

/** Events that the template knows; whether they are accepted is up to the run. Mostly by the right person. */
const event: fc.Arbitrary<ProcedureEvent> = fc
  .tuple(fc.constantFrom(...steps), asOf, fc.boolean(), person, fc.integer({ min: 0, max: 99 }))
  .map(([step, day, right, other, choice]): ProcedureEvent => {
    const by = right ? (owners[step.owner as keyof typeof owners][0] as string) : other;
    const on = { step: step.id, by, asOf: day };
    const [output] = step.outputs ?? [];
    if (choice < 30) return { type: "started", ...on };
    if (choice < 60 && output !== undefined) return { type: "delivered", document: output.document, ...on };
    if (choice < 80) return { type: "completed", ...on };
    if (choice < 88 && step.gate !== undefined) {
      const role = choice % 2 === 0 ? "logistics" : "finance";
      return { type: "approved", ...on, role, by: right ? owners[role][0] : other };
    }
    if (choice < 92 && step.gate !== undefined)
      return { type: "checked", step: step.id, rule: "planning.scheme_complete", status: "met", asOf: day };
    if (choice < 95) return { type: "skipped", ground: "as last year", ...on };
    if (choice < 97) return { type: "reopened", ground: "market changed", ...on };
    return { type: "answered", condition: "shortfalls_found", holds: true, asOf: day };
  });
const events = fc.array(event, { minLength: 20, maxLength: 150 });

function played(all: readonly ProcedureEvent[]): { readonly run: ProcedureRun; readonly kept: readonly ProcedureEvent[] } {
  const kept: ProcedureEvent[] = [];
  let run = begun();
  for (const one of all) {
    const answer = recordStep(channelProcess, run, one);
    if (!answer.ok) continue;
    kept.push(one);
    run = answer.value.next;
  }
  return { run, kept };
}

describe("laws of the procedure", () => {
  test("playing the accepted events again rebuilds the run", () => {
    fc.assert(
      fc.property(events, (all) => {
        const { run, kept } = played(all);
        const again = played(kept);
        expect(again.kept).toStrictEqual(kept);
        expect(again.run).toStrictEqual(run);
      }),
      seed,
    );
  });

  test("a refused event changes nothing, and every answer survives JSON", () => {
    fc.assert(
      fc.property(events, event, (all, one) => {
        const { run } = played(all);
        const copy = JSON.stringify(run);
        const answer = recordStep(frozen(channelProcess), frozen(run), one);
        expect(JSON.stringify(run)).toBe(copy);
        expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
      }),
      seed,
    );
  });

  test("nothing has begun whose steps before it are not finished", () => {
    fc.assert(
      fc.property(events, (all) => {
        const { run } = played(all);
        const finished = (id: string) => (run.steps[id]?.data.rounds ?? 0) > 0 || run.steps[id]?.at === "skipped";
        for (const { id } of steps) {
          if (run.steps[id]?.at === "in_progress" || run.steps[id]?.at === "done")
            expect(before.get(id)?.filter((one) => !finished(one))).toStrictEqual([]);
        }
      }),
      seed,
    );
  });

  test("progress adds up, step by step, and only a step taken up again lowers it", () => {
    fc.assert(
      fc.property(events, asOf, (all, day) => {
        let run = begun();
        let last = "0";
        for (const one of all) {
          const answer = recordStep(channelProcess, run, one);
          if (!answer.ok) continue;
          run = answer.value.next;
          const { outcome, explanation } = reviewProcedure(channelProcess, { run, asOf: day }, { calendar: workWeek });
          expect(checkExplanation(explanation)).toStrictEqual([]);
          expect(compareDecimals(outcome.earned, outcome.total)).toBeLessThanOrEqual(0);
          if (one.type !== "reopened") expect(compareDecimals(outcome.earned, last)).toBeGreaterThanOrEqual(0);
          last = outcome.earned;
        }
      }),
      { ...seed, numRuns: 30 },
    );
  });

  test("what is offered as next is not blocked, and what is due can be started by its owner", () => {
    fc.assert(
      fc.property(events, asOf, (all, day) => {
        const { run } = played(all);
        const { outcome } = reviewProcedure(channelProcess, { run, asOf: day }, { calendar: workWeek });
        for (const { step, status, persons, blockedBy } of outcome.steps) {
          if (outcome.next.includes(step)) expect(blockedBy).toStrictEqual([]);
          if (status !== "due") continue;
          expect(recordStep(channelProcess, run, { type: "started", step, by: persons[0] as string, asOf: day }).ok).toBe(true);
        }
      }),
      seed,
    );
  });

  test("the critical path is a chain from the first day to the end, and a longer step never ends it sooner", () => {
    const title = channelProcess.title;
    const shape = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 20 }), fc.constantFrom("days" as const, "workdays" as const), fc.array(fc.nat(11))),
      { minLength: 1, maxLength: 12 },
    );
    const templateOf = (rows: readonly (readonly [number, "days" | "workdays", readonly number[]])[]): ProcedureTemplate => ({
      code: "demo.x",
      version: "1",
      title,
      roles: { clerk: title },
      documents: {},
      stages: [
        {
          id: "all",
          title,
          steps: rows.map(([count, unit, on], i) => ({
            id: `s${i}`,
            title,
            owner: "clerk",
            within: { count, unit },
            dependsOn: [...new Set(on.filter((one) => one < i))].map((one) => `s${one}`),
          })),
        },
      ],
    });
    const plan = (template: ProcedureTemplate) => {
      const answer = planDates(template, { asOf: "2024-03-01" }, { calendar: workWeek });
      if (!answer.ok) throw new Error("unplanned");
      return answer.value.outcome;
    };
    fc.assert(
      fc.property(shape, fc.nat(11), (rows, which) => {
        const { steps: planned, end, criticalPath } = plan(templateOf(rows));
        const path = criticalPath.map((id) => planned.find(({ step }) => step === id));
        expect(path[0]?.beginsOn).toBe("2024-03-01");
        expect(path.at(-1)?.dueOn).toBe(end);
        for (let i = 1; i < path.length; i++) expect(path[i]?.beginsOn).toBe(path[i - 1]?.dueOn);
        const longer = rows.map(([count, unit, on], i) => [i === which % rows.length ? count + 1 : count, unit, on] as const);
        expect(plan(templateOf(longer)).end >= end).toBe(true);
      }),
      seed,
    );
  });
});
