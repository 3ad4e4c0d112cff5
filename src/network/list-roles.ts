import type { Organisation, OrganisationRole } from "../entities/organisation.js";
import type { CalendarDate } from "../kernel/calendar-date.js";
import { readSafely } from "../kernel/check.js";
import { readDate, recordOf } from "../kernel/read.js";
import { readOrganisation } from "./read-network.js";

/** An organisation, and a day. */
export interface RoleFacts {
  /** The organisation with all the roles it plays and played. */
  readonly organisation: Organisation;
  /** The day that is asked about. */
  readonly asOf: CalendarDate;
}

const readFacts = recordOf<RoleFacts>({ organisation: readOrganisation, asOf: readDate });

/**
 * Lists the roles that an organisation plays on a day. It may play several: a large integrator that became a distributor keeps both.
 *
 * @remarks
 * A role is played from `start` up to the day before `end`. Each role is a participant of its own, so that functions, duties, flows and
 * figures of the one never mix with those of the other.
 *
 * @param facts - The organisation and the day.
 * @returns Its roles in force, in the order given.
 * @throws LibraryFault `kernel.*`, with the place of what cannot be read.
 *
 * @source S19-96.
 *
 * @example An integrator that became a distributor in May
 * ```ts
 * import { listRoles } from "qudao/network";
 *
 * const organisation = {
 *   id: "ORG1",
 *   roles: [
 *     { participantId: "I", kind: "system_integrator" as const, start: "2020-01-01" },
 *     { participantId: "D", kind: "distributor" as const, start: "2024-05-01" },
 *   ],
 * };
 * const kinds = (asOf: string) => listRoles({ organisation, asOf }).map(({ kind }) => kind);
 * kinds("2024-04-30"); // => ["system_integrator"]
 * kinds("2024-05-01"); // => ["system_integrator", "distributor"]
 * ```
 *
 * @since 0.1.0
 */
export function listRoles(facts: RoleFacts): readonly OrganisationRole[] {
  return readSafely("facts", () => {
    const { organisation, asOf } = readFacts(facts, "facts");
    return organisation.roles.filter(({ start, end }) => start <= asOf && (end === undefined || asOf < end));
  });
}
