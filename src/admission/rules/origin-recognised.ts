import { type CalendarDate, parseDate } from "../../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText } from "../../kernel/check.js";
import type { MessageParams } from "../../kernel/message.js";
import type { AdmissionPolicy, AdmissionRoute } from "../admission-policy.js";
import type { AdmissionRule } from "../admission-rule.js";
import { applicantOrigins, type NominatorKind, nominatorKinds, nominatorStatuses } from "../applicant.js";
import { byText } from "../by-text.js";
import type { AdmissionCode } from "../messages.js";

/** Comes by one of the routes of the policy: from the channel itself, or nominated by an active member and found suitable. @internal */
export const originRecognised: AdmissionRule<AdmissionPolicy, "origin" | "nominations" | "applicant", "admission.origin_recognised"> = {
  code: "admission.origin_recognised",
  needs: ["origin", "nominations", "applicant"],
  waivable: true,
  source:
    "代理商 2：原则上是在公司产品的分销商或试销商中产生；分销商 2：原则上必须在试销商中产生，也可由代理商、分销商提名，经生产商评估后产生",
  required: ({ routes }) => ({ actual: null, nominations: [], routes: routes.map(say) }),
  test: ({ origin, nominations, applicant }, { routes }, asOf) => {
    const actual = checkChoice(origin, "facts.origin", applicantOrigins);
    const nominators = routes.flatMap((route) => (route.kind === "nomination" ? route.nominators : []));
    const judged = checkList(nominations, "facts.nominations")
      .map((given, i) => judge(given, `facts.nominations[${i}]`, nominators, applicant.id, asOf))
      .sort(byText((one) => JSON.stringify(one.said)));
    const counted = nominators.length === 0 ? [] : judged;
    const met =
      routes.some((route) => route.kind === "origin" && route.origins.includes(actual)) || counted.some(({ counts }) => counts === "yes");
    const waiting = counted.find(({ counts }) => counts === "open");
    if (!met && waiting !== undefined) return { unknown: waiting.said };
    return { met, params: { actual, nominations: counted.map(({ said }) => said) } };
  },
  remedy: ({ routes }) => ({ code: "admission.change_origin", params: { routes: routes ?? [] } }),
};

/** A message as a parameter of another. */
type Said = { readonly code: AdmissionCode; readonly params: MessageParams };

function say(route: AdmissionRoute): Said {
  return route.kind === "origin"
    ? { code: "admission.route_origin", params: { origins: route.origins } }
    : { code: "admission.route_nomination", params: { nominators: route.nominators } };
}

interface Judged {
  readonly counts: "yes" | "no" | "open";
  readonly said: Said;
}

/** Whether a nomination counts, and if it may still come to count, what it waits for. */
function judge(given: unknown, path: string, nominators: readonly NominatorKind[], applicantId: string, asOf: CalendarDate): Judged {
  const nomination = checkRecord(given, path);
  const nominator = checkText(nomination["nominatorId"], `${path}.nominatorId`);
  const kind = checkChoice(nomination["nominatorKind"], `${path}.nominatorKind`, nominatorKinds);
  const status = nomination["nominatorStatus"] ?? null;
  const stands = status === null ? null : checkChoice(status, `${path}.nominatorStatus`, nominatorStatuses);
  const verdict = verdictOn(nomination["evaluation"] ?? null, `${path}.evaluation`, asOf);
  const refused = (because: string): Judged => ({
    counts: "no",
    said: { code: "admission.nomination_refused", params: { nominator, because } },
  });
  const waits = (code: AdmissionCode): Judged => ({ counts: "open", said: { code, params: { nominator, from: "manufacturer" } } });
  if (nominator === applicantId) return refused("own");
  if (!nominators.includes(kind)) return refused("nominator_kind");
  if (stands === "suspended" || stands === "terminated") return refused("nominator_not_active");
  if (verdict === "unsuitable") return refused("unsuitable");
  if (stands === null) return waits("admission.nominator_unconfirmed");
  if (verdict === null) return waits("admission.evaluation_pending");
  return { counts: "yes", said: { code: "admission.nomination_counts", params: { nominator } } };
}

function verdictOn(evaluation: unknown, path: string, asOf: CalendarDate): "suitable" | "unsuitable" | null {
  if (evaluation === null) return null;
  const fields = checkRecord(evaluation, path);
  checkText(fields["evaluator"], `${path}.evaluator`);
  const verdict = checkChoice(fields["verdict"], `${path}.verdict`, ["suitable", "unsuitable"]);
  return parseDate(fields["date"], `${path}.date`) <= asOf ? verdict : null;
}
