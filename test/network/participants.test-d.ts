import type { Participant, ParticipantKind, participantKinds } from "qudao/entities";
import { assertNever } from "qudao/kernel";
import { isDealer } from "qudao/network";
import { describe, expectTypeOf, test } from "vitest";

/** S03-01: compiles only while every kind has its branch. */
function roleOf(one: Participant): string {
  switch (one.kind) {
    case "manufacturer":
      return one.brandIds.join();
    case "factory_office":
      return one.territoryIds.join();
    case "agent":
    case "distributor":
      return one.manufacturerId;
    case "trial_distributor":
      return one.agreementId;
    case "system_integrator":
    case "contractor":
      return one.scale ?? "";
    case "industry_customer":
      return one.industry;
    case "retailer":
      return one.id;
    case "own_store":
    case "direct_sales":
      return one.ownerId;
    case "e_commerce_platform":
    case "social_media":
      return one.ownerId ?? "";
    case "broker_store":
      return one.agencyId ?? "";
    case "supplier":
      return one.categoryIds.join();
    default:
      return assertNever(one);
  }
}

describe("participants", () => {
  test("S03-01: a switch over every kind is exhaustive, and a forgotten kind does not compile", () => {
    expectTypeOf(roleOf).returns.toEqualTypeOf<string>();
    const forgetful = (one: Participant): string => {
      if (one.kind !== "supplier") return one.id;
      // @ts-expect-error [ts2345] the supplier is left over
      return assertNever(one);
    };
    expectTypeOf(forgetful).returns.toEqualTypeOf<string>();
    expectTypeOf<(typeof participantKinds)[number]>().toEqualTypeOf<ParticipantKind>();
  });

  test("a dealer is known as one", () => {
    const maker = (one: Participant): string => (isDealer(one) ? one.manufacturerId : "");
    expectTypeOf(maker).returns.toEqualTypeOf<string>();
  });
});
