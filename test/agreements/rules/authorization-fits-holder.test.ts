import { type AuthorizationKind, authorizationKinds, participantKinds } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { authorizationFitsHolder } from "../../../src/agreements/rules/authorization-fits-holder.js";
import { status } from "../../support/ask-one.js";
import { agentPaper } from "../../support/authorizations.js";

describe("agreements.authorization_fits_holder", () => {
  test("an agency makes an agent, a distribution a distributor, a trial a trial distributor", () => {
    const fits = (kind: AuthorizationKind) =>
      participantKinds.filter(
        (holder) => status(authorizationFitsHolder, { granted: true, authorization: { ...agentPaper, kind }, holder }) === "met",
      );
    expect(authorizationKinds.map((kind) => [kind, ...fits(kind)])).toStrictEqual([
      ["agency", "agent"],
      ["distribution", "distributor"],
      ["trial", "trial_distributor"],
    ]);
  });

  test("is unknown where the holder is not known", () => {
    expect(status(authorizationFitsHolder, { granted: true, authorization: agentPaper })).toBe("unknown holder");
  });
});
