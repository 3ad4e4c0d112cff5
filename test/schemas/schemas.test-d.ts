import type { ParseFault, Participant, Quota, SaleLine, Visit } from "qudao/entities";
import type { CalendarDate, DecimalString, PlacedMessage, Result } from "qudao/kernel";
import { type ParticipantSchema, parseEntity, parseParticipant, parseSaleLine, parseWith, SaleLineSchema } from "qudao/schemas";
import { describe, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { exactly, list, moneyNotNegative, quantity, record, text } from "../../src/kernel/schema.js";

describe("schemas", () => {
  test("give the interfaces", () => {
    expectTypeOf<z.output<typeof SaleLineSchema>>().toEqualTypeOf<SaleLine>();
    expectTypeOf<z.output<typeof ParticipantSchema>>().toEqualTypeOf<Participant>();
    expectTypeOf(parseSaleLine).returns.toEqualTypeOf<Result<SaleLine, readonly ParseFault[]>>();
    expectTypeOf(parseParticipant).returns.toEqualTypeOf<Result<Participant, readonly ParseFault[]>>();
    expectTypeOf(parseEntity("Visit", 0)).toEqualTypeOf<Result<Visit, readonly ParseFault[]>>();
    expectTypeOf(parseWith(z.array(SaleLineSchema), 0)).toEqualTypeOf<Result<SaleLine[], readonly PlacedMessage[]>>();
    expectTypeOf<z.output<typeof quantity>>().toEqualTypeOf<number | DecimalString>();
  });
});

interface Note {
  readonly id: string;
  readonly on?: CalendarDate | undefined;
  readonly tags: readonly string[];
}

describe("exactly()", () => {
  test("takes a schema that is the interface, whatever is readonly", () => {
    exactly<Note>()(record({ id: text, on: text.optional(), tags: list(text) }));
    exactly<Quota>()(record({ memberId: text, programmeId: text.optional(), periodId: text, amount: moneyNotNegative }));
  });

  test("refuses every difference", () => {
    // @ts-expect-error an optional field is missing in the schema
    exactly<Note>()(record({ id: text, tags: list(text) }));
    // @ts-expect-error the interface has no such field
    exactly<Note>()(record({ id: text, on: text.optional(), tags: list(text), colour: text.optional() }));
    // @ts-expect-error the schema needs what the interface does not
    exactly<Note>()(record({ id: text, on: text, tags: list(text) }));
    // @ts-expect-error the schema does not need what the interface does
    exactly<Note>()(record({ id: text.optional(), on: text.optional(), tags: list(text) }));
    // @ts-expect-error the types of a field differ
    exactly<Note>()(record({ id: text, on: text.optional(), tags: list(quantity) }));
    // @ts-expect-error the schema is narrower
    exactly<Note>()(record({ id: z.enum(["a", "b"]), on: text.optional(), tags: list(text) }));
  });
});
