import type {
  Agreement,
  AgreementKind,
  ChannelMember,
  Participant,
  ParticipantKind,
  SaleLine,
  StandingAgreement,
  TrialAgreement,
  Visit,
  VisitKind,
} from "qudao/entities";
import { describe, expectTypeOf, test } from "vitest";

describe("entities", () => {
  test("have a member of the union for every kind, and no other", () => {
    expectTypeOf<Participant["kind"]>().toEqualTypeOf<ParticipantKind>();
    expectTypeOf<Agreement["kind"]>().toEqualTypeOf<AgreementKind>();
    expectTypeOf<Visit["kind"]>().toEqualTypeOf<VisitKind>();
  });

  test("let programmes take any participant as a channel member", () => {
    expectTypeOf<Participant>().toExtend<ChannelMember>();
  });

  test("demand an end of trial agreements only", () => {
    expectTypeOf<TrialAgreement["end"]>().toEqualTypeOf<string>();
    expectTypeOf<Agreement["end"]>().toEqualTypeOf<string | undefined>();
  });

  test("know a renewal of any agreement but a trial", () => {
    expectTypeOf<TrialAgreement>().not.toHaveProperty("renewal");
    expectTypeOf<StandingAgreement>().toHaveProperty("renewal");
  });

  test("tell kinds apart by `kind`", () => {
    const name = (participant: Participant): string => (participant.kind === "industry_customer" ? participant.industry : participant.id);
    expectTypeOf(name).returns.toEqualTypeOf<string>();
  });

  test("keep lines unchanged", () => {
    const touch = (line: SaleLine) => {
      // @ts-expect-error [ts2540] lines are readonly
      line.amount = "0";
    };
    expectTypeOf(touch).toBeFunction();
  });
});
