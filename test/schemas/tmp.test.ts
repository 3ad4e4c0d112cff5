import { test } from "vitest";
import { buildJsonSchemas, parseSaleLine, parseParticipant } from "qudao/schemas";
import { checkSaleLine } from "qudao/entities";
test("x", () => {
  const bad = { id: "", quantity: -1.5, unitPrice: 3, amount: "-1", discountRate: "2", date: "0000-01-01", kind: "x", "a b": 1, currency: "cny" };
  console.log(JSON.stringify(parseSaleLine(bad), null, 1));
  console.log(JSON.stringify(checkSaleLine(bad)));
  console.log(JSON.stringify(parseParticipant({ id: "a", kind: "agen" })), JSON.stringify(parseParticipant({ id: "a" })), JSON.stringify(parseParticipant({ kind: "agent", x: 1 })), JSON.stringify(parseParticipant(undefined)), JSON.stringify(parseParticipant([])));
  console.log(JSON.stringify(buildJsonSchemas().SaleLine, null, 1));
  console.log(JSON.stringify(buildJsonSchemas().Participant).slice(0, 1500));
});
