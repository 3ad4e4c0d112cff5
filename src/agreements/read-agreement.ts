/**
 * Reads what hosts hand over about agreements: each reader answers the value with its type, or throws the fault that names its place.
 *
 * @internal
 */
import type { Agreement, AgreementTerms } from "../entities/agreement.js";
import type { Authorization } from "../entities/authorization.js";
import {
  agreementKinds,
  authorizationKinds,
  clauseKinds,
  compensationParts,
  exclusivities,
  paymentArrangements,
  remunerationModels,
  sharedResourceKinds,
} from "../entities/catalogue.js";
import { parseDate } from "../kernel/calendar-date.js";
import { at, checkChoice, checkCount, checkList, checkRecord, checkText, type Fields } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import { parseMoney } from "../kernel/money.js";
import { parsePeriod } from "../kernel/period.js";
import { parseRate } from "../kernel/rate.js";
import { choiceOf, type Read, readTexts } from "../kernel/read.js";

/** A field that may be absent. */
export function readOptional<T>(fields: Fields, field: string, path: string, read: Read<T>): T | undefined {
  return fields[field] === undefined ? undefined : read(fields[field], at(path, field));
}

/** A list, item by item. */
export function readEach<T>(value: unknown, path: string, read: Read<T>): readonly T[] {
  return Array.from(checkList(value, path), (item, i) => read(item, `${path}[${i}]`));
}

/** Yes or no. */
export const readFlag: Read<boolean> = (value, path) => {
  if (typeof value !== "boolean") throw kernelFault("kernel.not_a_choice", path, { got: shown(value), want: [true, false] });
  return value;
};

const some: Read<readonly string[]> = (value, path) => {
  const texts = readTexts(value, path);
  if (texts.length === 0) throw kernelFault("kernel.missing", `${path}[0]`, {});
  return texts;
};

/** Terms in days and months that any real agreement stays below, and that lead to no day without a name. */
const MOST = 36_500;
const count: Read<number> = (value, path) => checkCount(value, path, 1, MOST);

/** An agreement. Of a trial the end may be missing: whoever needs it says so. */
export const readAgreement: Read<Agreement> = (value, path) => {
  const fields = checkRecord(value, path);
  checkText(fields["id"], at(path, "id"));
  checkChoice(fields["kind"], at(path, "kind"), agreementKinds);
  some(fields["partyIds"], at(path, "partyIds"));
  for (const field of ["authorizationId", "evidenceId", "jurisdiction"]) readOptional(fields, field, path, checkText);
  readOptional(fields, "signedOn", path, parseDate);
  const start = parseDate(fields["start"], at(path, "start"));
  const end = readOptional(fields, "end", path, parseDate);
  if (end !== undefined) parsePeriod({ start, end }, path);
  readEach(fields["clauses"], at(path, "clauses"), (clause, place) => {
    const { kind } = checkRecord(clause, place);
    checkChoice(kind, at(place, "kind"), clauseKinds);
  });
  readOptional(fields, "terms", path, readTerms);
  readOptional(fields, "renewal", path, (renewal, place) => {
    const given = checkRecord(renewal, place);
    count(given["windowDays"], at(place, "windowDays"));
    readOptional(given, "automaticMonths", place, count);
  });
  return value as Agreement;
};

const readTerms: Read<AgreementTerms> = (value, path) => {
  const fields = checkRecord(value, path);
  readOptional(fields, "payment", path, (payment, place) => readEach(payment, place, choiceOf(paymentArrangements)));
  readOptional(fields, "credit", path, (credit, place) => {
    const { limit, days } = checkRecord(credit, place);
    parseMoney(limit, at(place, "limit"));
    count(days, at(place, "days"));
  });
  readOptional(fields, "remuneration", path, (remuneration, place) => {
    const given = checkRecord(remuneration, place);
    checkChoice(given["model"], at(place, "model"), remunerationModels);
    readOptional(given, "shares", place, (shares, list) =>
      readEach(shares, list, (share, one) => {
        const { partyId, rate } = checkRecord(share, one);
        checkText(partyId, at(one, "partyId"));
        parseRate(rate, at(one, "rate"));
      }),
    );
  });
  readOptional(fields, "exclusivity", path, (exclusivity, place) => {
    const { categoryIds, compensates } = checkRecord(exclusivity, place);
    some(categoryIds, at(place, "categoryIds"));
    readEach(compensates, at(place, "compensates"), choiceOf(compensationParts));
  });
  readOptional(fields, "sharedResources", path, (resources, list) =>
    readEach(resources, list, (resource, one) => {
      const given = checkRecord(resource, one);
      checkChoice(given["kind"], at(one, "kind"), sharedResourceKinds);
      readTexts(given["userIds"], at(one, "userIds"));
      for (const field of ["ownerId", "permittedUse"]) readOptional(given, field, one, checkText);
    }),
  );
  readOptional(fields, "notice", path, readNotice);
  return value as AgreementTerms;
};

export const readNotice: Read<NonNullable<AgreementTerms["notice"]>> = (value, path) => {
  const notice = checkRecord(value, path);
  return {
    count: count(notice["count"], at(path, "count")),
    unit: checkChoice(notice["unit"], at(path, "unit"), ["days", "months"]),
  };
};

/** An authorization. Its lists of products and places may be empty: whoever judges it says so. */
export const readAuthorization: Read<Authorization> = (value, path) => {
  const fields = checkRecord(value, path);
  for (const field of ["id", "grantorId", "holderId"]) checkText(fields[field], at(path, field));
  checkChoice(fields["kind"], at(path, "kind"), authorizationKinds);
  checkChoice(fields["exclusivity"], at(path, "exclusivity"), exclusivities);
  readOptional(fields, "evidenceId", path, checkText);
  readOptional(fields, "withdrawnOn", path, parseDate);
  parsePeriod(fields["term"], at(path, "term"));
  for (const field of ["productIds", "outletIds", "territoryIds"]) readTexts(fields[field], at(path, field));
  return value as Authorization;
};
