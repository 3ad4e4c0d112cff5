/** Schemas of what is sold, at what price, by whose leave. */
import type * as z from "zod";
import {
  byKind,
  choice,
  count,
  currency,
  date,
  exactly,
  list,
  moneyNotNegative,
  notNegative,
  period,
  record,
  share,
  someOf,
  text,
  words,
} from "../../kernel/schema.js";
import type { Agreement } from "../agreement.js";
import type { Authorization } from "../authorization.js";
import type { Brand } from "../brand.js";
import {
  agreementKinds,
  authorizationKinds,
  clauseKinds,
  compensationParts,
  evidenceKinds,
  evidenceStatuses,
  exclusivities,
  paymentArrangements,
  productStages,
  remunerationModels,
  sharedResourceKinds,
  taxTreatments,
  technicalGuidances,
} from "../catalogue.js";
import type { EvidenceDocument } from "../evidence-document.js";
import type { PriceList } from "../price-list.js";
import type { Product } from "../product.js";

const terms = record({
  payment: list(choice(paymentArrangements)).optional(),
  credit: record({ limit: moneyNotNegative, days: count(1) }).optional(),
  remuneration: record({
    model: choice(remunerationModels),
    shares: list(record({ partyId: text, rate: share })).optional(),
  }).optional(),
  exclusivity: record({ categoryIds: someOf(text), compensates: list(choice(compensationParts)) }).optional(),
  sharedResources: list(
    record({
      kind: choice(sharedResourceKinds),
      title: words.optional(),
      ownerId: text.optional(),
      userIds: list(text),
      permittedUse: text.optional(),
    }),
  ).optional(),
  notice: record({ count: count(1), unit: choice(["days", "months"]) }).optional(),
});

const agreement = {
  id: text,
  partyIds: someOf(text),
  authorizationId: text.optional(),
  evidenceId: text.optional(),
  signedOn: date.optional(),
  start: date,
  clauses: list(record({ kind: choice(clauseKinds), number: text.optional(), text: text.optional() })),
  terms: terms.optional(),
  jurisdiction: text.optional(),
};

const renewal = record({ windowDays: count(1), automaticMonths: count(1).optional() });

/** {@link Agreement} as a schema. */
export const AgreementSchema: z.ZodType<Agreement> = exactly<Agreement>()(
  byKind(agreementKinds, [
    record({ ...agreement, kind: choice(["trial"]), end: date }),
    record({
      ...agreement,
      kind: choice(["agency", "distribution", "cooperation", "supply"]),
      end: date.optional(),
      renewal: renewal.optional(),
    }),
  ]).meta({ title: "Agreement 协议", description: "What participants agreed on, told apart by kind." }),
);

/** {@link Authorization} as a schema. */
export const AuthorizationSchema: z.ZodType<Authorization> = exactly<Authorization>()(
  record({
    id: text,
    kind: choice(authorizationKinds),
    grantorId: text,
    holderId: text,
    evidenceId: text.optional(),
    term: period,
    productIds: someOf(text),
    outletIds: list(text),
    territoryIds: list(text),
    exclusivity: choice(exclusivities),
    withdrawnOn: date.optional(),
  }).meta({
    title: "Authorization 授权",
    description: "A written permission to sell certain products, for a term, at places or in territories.",
  }),
);

/** {@link Brand} as a schema. */
export const BrandSchema: z.ZodType<Brand> = exactly<Brand>()(
  record({ id: text, title: words.optional(), manufacturerId: text }).meta({
    title: "Brand 品牌",
    description: "A brand, which belongs to exactly one manufacturer.",
  }),
);

/** {@link EvidenceDocument} as a schema. */
export const EvidenceDocumentSchema: z.ZodType<EvidenceDocument> = exactly<EvidenceDocument>()(
  record({
    id: text,
    kind: choice(evidenceKinds),
    subjectId: text,
    status: choice(evidenceStatuses),
    issuer: text.optional(),
    number: text.optional(),
    issuedOn: date.optional(),
    expiresOn: date.optional(),
    value: moneyNotNegative.optional(),
  }).meta({
    title: "Evidence document 证明材料",
    description: "A document that proves something about a participant, a product or a case.",
  }),
);

/** {@link PriceList} as a schema. */
export const PriceListSchema: z.ZodType<PriceList> = exactly<PriceList>()(
  record({
    id: text,
    title: words.optional(),
    currency,
    tax: choice(taxTreatments),
    memberClass: text.optional(),
    territoryId: text.optional(),
    start: date,
    end: date.optional(),
    prices: list(record({ productId: text, from: notNegative.optional(), unitPrice: notNegative })),
  }).meta({ title: "Price list 价格表", description: "Prices for a class of members from a day on." }),
);

const rating = share.optional();

/** {@link Product} as a schema. */
export const ProductSchema: z.ZodType<Product> = exactly<Product>()(
  record({
    id: text,
    title: words.optional(),
    unit: text,
    brandId: text.optional(),
    categoryId: text.optional(),
    lineId: text.optional(),
    stage: choice(productStages).optional(),
    technicalGuidance: choice(technicalGuidances).optional(),
    appeal: record({ technology: rating, quality: rating, appearance: rating }).optional(),
  }).meta({ title: "Product 产品", description: "What is sold." }),
);
