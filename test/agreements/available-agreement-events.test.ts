import { type AgreementLife, availableAgreementEvents } from "qudao/agreements";
import { describe, expect, test } from "vitest";
import { activeLife, agency, allKnown, draftOf, signedLife, trial, walk } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";

const possible = (life: AgreementLife, facts = {}) =>
  availableAgreementEvents(life, facts).flatMap(({ event, status }) => (status === "refused" ? [] : [`${event} ${status}`]));

describe("availableAgreementEvents()", () => {
  test("from a draft it is written on, submitted or given up", () => {
    expect(possible(draftOf(agency), allKnown)).toStrictEqual(["redrafted unknown", "submitted unknown", "cancelled unknown"]);
  });

  test("names what an event must carry", () => {
    const submitted = availableAgreementEvents(draftOf(agency), allKnown).find(({ event }) => event === "submitted");
    expect(submitted?.findings.map(({ params }) => params["missing"])).toStrictEqual([["event.asOf"], ["event.by"], ["event.asOf"]]);
    expect(submitted?.title.zh).toBe("提交审核");
  });

  test("what facts refuse is refused, whatever the event carries", () => {
    const refusedBy = (facts: object) =>
      availableAgreementEvents(walk(draftOf(agency), [{ type: "submitted", asOf: "2023-12-01", by: "Wang" }]), facts).find(
        ({ event }) => event === "negotiationOpened",
      )?.status;
    expect(refusedBy({ ...allKnown, planApproved: false })).toBe("refused");
    expect(refusedBy(allKnown)).toBe("refused");
  });

  test("a trial in force may rest, be amended, ended and given notice; it may never be renewed", () => {
    const near = walk(activeLife(trial), [{ type: "dayPassed", asOf: "2024-05-31" }]);
    expect(possible(near, allKnown)).toStrictEqual([
      "dayPassed unknown",
      "amended unknown",
      "suspended unknown",
      "noticeGiven unknown",
      "terminated unknown",
    ]);
  });

  test("from an end there is nothing", () => {
    expect(possible({ ...signedLife(agency), at: "expired" }, allKnown)).toStrictEqual([]);
  });

  test("names the place of what cannot be read", () => {
    expect(faultAt(() => availableAgreementEvents({ at: "draft" } as never, {}))).toBe("kernel.not_a_record at state.data");
    expect(faultAt(() => availableAgreementEvents(draftOf(agency), { successor: "gone" } as never))).toBe(
      "kernel.not_a_choice at facts.successor",
    );
  });
});
