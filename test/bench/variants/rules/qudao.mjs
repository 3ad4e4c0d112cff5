// The library itself, as built in dist: the criteria as data, and the same as rules in code.
import { asOf, criteria } from "../../lib/applications.mjs";
import { library } from "../../lib/library.mjs";

const code = ({ name }) => `bench.${name}`;
const source = "Channel handbook, chapter 2";

/** The criteria as a host stores them. */
const asData = () => criteria.map(({ name, ...test }) => ({ ...test, code: code({ name }), title: { en: name, zh: name }, source }));

/** The criteria as a room of the library writes them. */
function inCode({ compareDecimals, fullYearsBetween }) {
  const rule = (criterion, compare) => {
    const { kind, fact, min, max, values, document } = criterion;
    const required = values ?? document ?? (kind === "between" ? { min, max } : (min ?? max ?? true));
    const test = (facts, _policy, day) => {
      const actual = facts[fact];
      return { met: compare(actual, day), params: { actual, required } };
    };
    return { code: code(criterion), needs: [fact], source, test };
  };
  const isValid = ({ validFrom, validTo }, day) => (validTo === null || day < validTo) && validFrom <= day;
  const makers = {
    min: (one) => rule(one, (actual) => compareDecimals(actual, one.min) >= 0),
    max: (one) => rule(one, (actual) => compareDecimals(actual, one.max) <= 0),
    between: (one) => rule(one, (actual) => compareDecimals(actual, one.min) >= 0 && compareDecimals(actual, one.max) <= 0),
    full_years: (one) => rule(one, (actual, day) => fullYearsBetween(actual, day) >= one.min),
    one_of: (one) => rule(one, (actual) => one.values.includes(actual)),
    none_of: (one) => rule(one, (actual) => !one.values.includes(actual)),
    is_true: (one) => rule(one, (actual) => actual),
    document_valid: (one) => rule(one, (actual, day) => actual.some((paper) => paper.kind === one.document && isValid(paper, day))),
  };
  return criteria.map((one) => makers[one.kind](one));
}

/**
 * @param {object[]} applications The facts of each.
 * @param {"data" | "code"} form How the criteria are written.
 * @param {number} batch How many are handed over at once.
 * @returns {() => Int32Array} From compiling the policy to the findings of every applicant, each time. The mask of what is met is read
 *   from the findings, as a host would read them; then they are dropped.
 */
export async function open(applications, form, batch) {
  const { askRulesOfMany } = await library("engine", ["askRulesOfMany"]);
  const rules = form === "data" ? asData() : inCode(await library("kernel", ["compareDecimals", "fullYearsBetween"]));
  return () => {
    const masks = new Int32Array(applications.length);
    for (let start = 0; start < applications.length; start += batch) {
      const many = applications.slice(start, start + batch).map((facts) => ({ facts, asOf }));
      askRulesOfMany(rules, many, null).forEach((findings, i) => {
        let met = 0;
        for (let bit = 0; bit < findings.length; bit++) if (findings[bit].status === "met") met |= 1 << bit;
        masks[start + i] = met;
      });
    }
    return masks;
  };
}
