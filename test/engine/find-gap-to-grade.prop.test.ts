import fc from "fast-check";
import { findGapToGrade, type NeededBound, type ScoreFacts, scoreMember } from "qudao/engine";
import { expect, test } from "vitest";
import { add, subtract } from "../support/oracle-decimal.js";
import { anyFacts, anyScorecard, grades } from "../support/scorecards.js";

/** A value within bounds: on a bound, or a little inside it. */
function within(bounds: readonly NeededBound[], yesNo: boolean): string | boolean {
  const [first, second] = bounds;
  if (first === undefined) return yesNo ? true : "0";
  if (first.bound === "answer") return first.value === "yes";
  if (first.bound === "above") return second === undefined ? add(first.value, "0.000001") : second.value;
  return first.bound === "below" ? subtract(first.value, "0.000001") : first.value;
}

test("whoever brings what is needed reaches the grade", () => {
  const asked = anyScorecard.chain((card) =>
    fc.record({
      card: fc.constant(card),
      facts: anyFacts(card),
      wanted: fc.integer({ min: 0, max: 3 }),
      places: fc.integer({ min: 0, max: 3 }),
    }),
  );
  let tried = 0;
  fc.assert(
    fc.property(asked, ({ card, facts, wanted, places }) => {
      const { outcome } = findGapToGrade({ ...facts, grade: grades[wanted]?.grade as string, places }, card);
      expect(JSON.parse(JSON.stringify(outcome))).toStrictEqual(outcome);
      outcome.ways.forEach((way, i) => {
        if (!way.reachable) return;
        const criterion = card.criteria[i];
        for (const bounds of way.needed) {
          const value = within(bounds, criterion?.scale.kind === "yes_no");
          const better: ScoreFacts = { ...facts, values: { ...facts.values, [criterion?.fact as string]: value } };
          const after = scoreMember(better, card).outcome;
          const grade = after.status === "scored" ? after.grade : after.status;
          expect(grades.findIndex((band) => band.grade === grade)).toBeGreaterThanOrEqual(wanted);
          tried++;
        }
      });
    }),
    { seed: 20240101, numRuns: 500 },
  );
  expect(tried).toBeGreaterThan(100);
});
