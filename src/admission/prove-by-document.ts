import type { Tested } from "../engine/rule.js";
import { type EvidenceKind, type EvidenceStatus, evidenceStatuses } from "../entities/catalogue.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { stillOpen } from "./still-open.js";

/** What can be said of a document, worst first. */
const standings = ["refused", "expired", "not_yet_valid", "submitted", "verified"] as const;

interface Seen {
  readonly standing: (typeof standings)[number];
  readonly id: string;
  readonly kind: string;
  /** First day on which it proves nothing any more. */
  readonly expiresOn: CalendarDate | null;
}

/**
 * Looks for a document of one of some kinds that proves something about the applicant on the day of asking: verified, in force.
 *
 * What is not there, refused or expired counts as missing, and the applicant is asked for it; what waits to be checked waits for the
 * manufacturer. Of several documents the best counts, of equally good ones the one that expires last, so their order does not matter.
 *
 * @internal
 */
export function proveByDocument(evidence: unknown, applicantId: string, kinds: readonly EvidenceKind[], asOf: CalendarDate): Tested {
  let best: Seen | undefined;
  checkList(evidence, "facts.evidence").forEach((given, i) => {
    const path = `facts.evidence[${i}]`;
    const document = checkRecord(given, path);
    const kind = checkText(document["kind"], `${path}.kind`);
    if (checkText(document["subjectId"], `${path}.subjectId`) !== applicantId || !kinds.some((one) => one === kind)) return;
    const seen = look(document, kind, path, asOf);
    if (best === undefined || isBetter(seen, best)) best = seen;
  });
  if (best === undefined) return stillOpen("admission.document_absent", { documents: kinds }, "applicant");
  const { standing, id, kind, expiresOn } = best;
  const params = { document: kind, documentId: id, expiresOn };
  switch (standing) {
    case "verified":
      return { met: true, params };
    case "submitted":
      return stillOpen("admission.document_unverified", params, "manufacturer");
    case "not_yet_valid":
      return stillOpen("admission.document_not_yet_valid", params, "applicant");
    case "expired":
      return stillOpen("admission.document_expired", params, "applicant");
    default:
      return stillOpen("admission.document_refused", params, "applicant");
  }
}

function look(document: Fields, kind: string, path: string, asOf: CalendarDate): Seen {
  const id = checkText(document["id"], `${path}.id`);
  const status: EvidenceStatus = checkChoice(document["status"], `${path}.status`, evidenceStatuses);
  const issuedOn = dateOrNull(document["issuedOn"], `${path}.issuedOn`);
  const expiresOn = dateOrNull(document["expiresOn"], `${path}.expiresOn`);
  const lapsed = expiresOn !== null && asOf >= expiresOn;
  const early = issuedOn !== null && asOf < issuedOn;
  return { standing: status === "refused" ? status : lapsed ? "expired" : early ? "not_yet_valid" : status, id, kind, expiresOn };
}

function isBetter(a: Seen, b: Seen): boolean {
  const order = standings.indexOf(a.standing) - standings.indexOf(b.standing);
  if (order !== 0) return order > 0;
  const [endOfA, endOfB] = [a.expiresOn ?? NEVER, b.expiresOn ?? NEVER];
  return endOfA === endOfB ? `${a.id} ${a.kind}` < `${b.id} ${b.kind}` : endOfA > endOfB;
}

/** After every date, as text. */
const NEVER = "~";

function dateOrNull(value: unknown, path: string): CalendarDate | null {
  return value === undefined || value === null ? null : parseDate(value, path);
}
