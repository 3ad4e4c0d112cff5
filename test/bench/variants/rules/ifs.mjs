// The limit: the criteria of this one policy written out and tuned by hand. It validates nothing, explains nothing, and trusts every
// format: decimals have two places, dates are compared as text, only the kinds of document that are asked for are looked at.
import { asOf } from "../../lib/applications.mjs";

const legalForms = new Set(["limited_company", "stock_company", "partnership"]);
const territories = new Set(Array.from({ length: 24 }, (_, t) => `T${String(t).padStart(2, "0")}`));

/** Two decimals, at most 21 million: the whole part runs as a 32-bit integer. */
function hundredths(text) {
  if (text === null) return Number.NaN;
  const point = text.length - 3;
  let whole = 0;
  for (let i = 0; i < point; i++) whole = (whole * 10 + text.charCodeAt(i) - 48) | 0;
  return whole * 100 + text.charCodeAt(point + 1) * 10 + text.charCodeAt(point + 2) - 528;
}

const isValid = ({ validFrom, validTo }) => (validTo === null || asOf < validTo) && validFrom <= asOf;

/** Looks at every criterion: one bit for each that is met. */
export function mask(facts) {
  let met = 0;
  if (hundredths(facts.capital) >= 50_000_000) met |= 1;
  if (hundredths(facts.turnover) >= 200_000_000) met |= 2;
  if (hundredths(facts.debtRatio) <= 70) met |= 4;
  if (facts.outlets >= 3) met |= 8;
  if (facts.salespeople >= 5 && facts.salespeople <= 60) met |= 16;
  if (facts.overdueDays <= 30) met |= 32;
  if (facts.establishedOn <= "2021-06-30") met |= 64;
  if (facts.inTradeSince <= "2023-06-30") met |= 128;
  if (legalForms.has(facts.legalForm)) met |= 256;
  if (territories.has(facts.territory)) met |= 512;
  if (facts.creditGrade !== "D" && facts.creditGrade !== "E") met |= 1024;
  if (facts.taxpayer === true) met |= 2048;
  if (facts.ownWarehouse === true) met |= 4096;
  const { documents } = facts;
  for (let i = 0; i < documents.length; i++) {
    const document = documents[i];
    if (document.kind === "business_licence") {
      if (isValid(document)) met |= 8192;
    } else if (document.kind === "brand_authorization") {
      if (isValid(document)) met |= 16384;
    }
  }
  return met;
}

/** Yes or no: the first criterion that is not met ends it. */
export function passes(facts) {
  const isThere = (kind) => facts.documents.some((document) => document.kind === kind && isValid(document));
  return (
    hundredths(facts.capital) >= 50_000_000 &&
    hundredths(facts.turnover) >= 200_000_000 &&
    hundredths(facts.debtRatio) <= 70 &&
    facts.outlets >= 3 &&
    facts.salespeople >= 5 &&
    facts.salespeople <= 60 &&
    facts.overdueDays <= 30 &&
    facts.establishedOn <= "2021-06-30" &&
    facts.inTradeSince <= "2023-06-30" &&
    legalForms.has(facts.legalForm) &&
    territories.has(facts.territory) &&
    facts.creditGrade !== "D" &&
    facts.creditGrade !== "E" &&
    facts.taxpayer === true &&
    facts.ownWarehouse === true &&
    isThere("business_licence") &&
    isThere("brand_authorization")
  );
}
