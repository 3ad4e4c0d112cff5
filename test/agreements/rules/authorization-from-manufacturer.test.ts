import { type ParticipantKind, participantKinds } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { authorizationFromManufacturer } from "../../../src/agreements/rules/authorization-from-manufacturer.js";
import { status } from "../../support/ask-one.js";
import { agentPaper } from "../../support/authorizations.js";

describe("agreements.authorization_from_manufacturer", () => {
  test("is met for a manufacturer, and for nobody else", () => {
    const from = (grantor: ParticipantKind) => status(authorizationFromManufacturer, { granted: true, authorization: agentPaper, grantor });
    expect(participantKinds.filter((kind) => from(kind) === "met")).toStrictEqual(["manufacturer"]);
  });

  test("is unknown where authorization or grantor is not known", () => {
    expect(status(authorizationFromManufacturer, { granted: true, authorization: agentPaper })).toBe("unknown grantor");
    expect(status(authorizationFromManufacturer, { granted: false, grantor: "manufacturer" })).toBe("unknown authorization");
  });
});
