import type { EntityName } from "qudao/schemas";

type Fields = { readonly [name: string]: unknown };

/** Values that are entities, and values that are not, with the one fault in each. Invalid values are written as changes to the first valid one. */
export interface Fixture {
  readonly valid: readonly [Fields, ...Fields[]];
  readonly invalid: readonly (readonly [change: Fields, path: string, code: string])[];
}

const title = { en: "Blue Sky Trading", zh: "蓝天贸易" };
const q1 = { start: "2024-01-01", end: "2024-04-01" };
const cny = (amount: string) => ({ amount, currency: "CNY" });

export const fixtures: { readonly [N in EntityName]: Fixture } = {
  Agreement: {
    valid: [
      {
        id: "AG1",
        kind: "trial",
        partyIds: ["D1"],
        start: "2024-01-01",
        end: "2024-07-01",
        clauses: [{ kind: "term", number: "3.1", text: "六个月" }],
      },
      {
        id: "AG2",
        kind: "agency",
        partyIds: ["M", "A1"],
        authorizationId: "AU1",
        evidenceId: "E1",
        signedOn: "2023-12-20",
        start: "2024-01-01",
        clauses: [],
        terms: {
          payment: ["prepayment", "credit"],
          credit: { limit: cny("200000"), days: 30 },
          remuneration: {
            model: "profit_sharing",
            shares: [
              { partyId: "M", rate: "0.6" },
              { partyId: "A1", rate: "0.4" },
            ],
          },
          exclusivity: { categoryIds: ["lock"], compensates: ["lost_profit", "risk_income"] },
          sharedResources: [
            { kind: "customer_data", title, ownerId: "A1", userIds: ["M"], permittedUse: "售后回访" },
            { kind: "technology", userIds: [] },
          ],
          notice: { count: 3, unit: "months" },
        },
        jurisdiction: "CN",
        renewal: { windowDays: 60, automaticMonths: 12 },
      },
    ],
    invalid: [
      [{ end: undefined }, "end", "entities.missing"],
      [{ renewal: { windowDays: 60 } }, "renewal", "entities.unknown_field"],
      [{ terms: { payment: ["barter"] } }, "terms.payment[0]", "entities.not_a_choice"],
      [{ terms: { credit: { limit: cny("-1"), days: 30 } } }, "terms.credit.limit.amount", "entities.negative"],
      [{ terms: { credit: { limit: cny("1"), days: 0 } } }, "terms.credit.days", "entities.not_a_count"],
      [{ terms: { exclusivity: { categoryIds: [], compensates: [] } } }, "terms.exclusivity.categoryIds", "entities.empty_list"],
      [{ terms: { notice: { count: 3, unit: "years" } } }, "terms.notice.unit", "entities.not_a_choice"],
      [{ terms: { sharedResources: [{ kind: "outlets" }] } }, "terms.sharedResources[0].userIds", "entities.missing"],
      [{ partyIds: [] }, "partyIds", "entities.empty_list"],
      [{ kind: "lease" }, "kind", "entities.not_a_choice"],
      [{ clauses: [{ kind: "weather" }] }, "clauses[0].kind", "entities.not_a_choice"],
    ],
  },
  Authorization: {
    valid: [
      {
        id: "AU1",
        kind: "agency",
        grantorId: "M",
        holderId: "A1",
        evidenceId: "E1",
        term: q1,
        productIds: ["P1"],
        outletIds: [],
        territoryIds: ["SH"],
        exclusivity: "exclusive",
      },
      {
        id: "AU2",
        kind: "trial",
        grantorId: "M",
        holderId: "D1",
        term: q1,
        productIds: ["P1"],
        outletIds: ["O1"],
        territoryIds: [],
        exclusivity: "non_exclusive",
        withdrawnOn: "2024-02-01",
      },
    ],
    invalid: [
      [{ productIds: [] }, "productIds", "entities.empty_list"],
      [{ term: { start: "2024-01-01" } }, "term.end", "entities.missing"],
      [{ territoryIds: "SH" }, "territoryIds", "entities.not_a_list"],
    ],
  },
  Brand: {
    valid: [{ id: "B1", title, manufacturerId: "M" }],
    invalid: [
      [{ manufacturerId: undefined }, "manufacturerId", "entities.missing"],
      [{ title: { en: "Blue" } }, "title.zh", "entities.missing"],
    ],
  },
  Certificate: {
    valid: [
      { id: "C1", topic: "product_technology", participantId: "A1", issuedOn: "2024-01-05" },
      {
        id: "C2",
        topic: "after_sales",
        participantId: "A1",
        personId: "h7",
        sessionId: "T1",
        issuedOn: "2024-01-05",
        expiresOn: "2026-01-05",
      },
    ],
    invalid: [
      [{ topic: "cooking" }, "topic", "entities.not_a_choice"],
      [{ expiresOn: null }, "expiresOn", "entities.not_a_date"],
    ],
  },
  ChannelMember: {
    valid: [
      { id: "A1", kind: "agent" },
      {
        id: "A2",
        title,
        kind: "distributor",
        memberClass: "gold",
        territoryId: "SH",
        level: "tier-2",
        uplineId: "A1",
        payoutCurrency: "USD",
      },
    ],
    invalid: [
      [{ payoutCurrency: "RMB¥" }, "payoutCurrency", "entities.not_a_currency"],
      [{ kind: undefined }, "kind", "entities.missing"],
    ],
  },
  EvidenceDocument: {
    valid: [
      {
        id: "E1",
        kind: "real_estate",
        subjectId: "A1",
        status: "verified",
        issuer: "不动产登记中心",
        number: "沪(2020)1",
        issuedOn: "2020-05-06",
        expiresOn: "2070-05-06",
        value: cny("3000000"),
      },
      { id: "E2", kind: "tax_registration", subjectId: "A1", status: "submitted" },
    ],
    invalid: [
      [{ value: cny("-1") }, "value.amount", "entities.negative"],
      [{ value: "3000000" }, "value", "entities.not_a_record"],
    ],
  },
  Invoice: {
    valid: [
      {
        id: "I1",
        kind: "invoice",
        sellerId: "M",
        buyerId: "A1",
        orderId: "O1",
        issuedOn: "2024-01-31",
        dueOn: "2024-03-01",
        currency: "CNY",
        net: "1000.00",
        tax: "130.00",
      },
      { id: "I2", kind: "credit_note", sellerId: "M", buyerId: "A1", issuedOn: "2024-02-02", currency: "CNY", net: "10", tax: "0" },
    ],
    invalid: [
      [{ net: "-1000.00" }, "net", "entities.negative"],
      [{ tax: 130 }, "tax", "entities.not_a_decimal"],
      [{ tax: undefined }, "tax", "entities.missing"],
    ],
  },
  Lead: {
    valid: [
      { id: "L1", customerId: "K1", contactedOn: "2024-03-01" },
      {
        id: "L2",
        customerId: "K2",
        source: "telemarketing",
        referrerId: "BS1",
        staffId: "S1",
        territoryId: "SH",
        contactedOn: "2024-03-01",
        registeredOn: "2024-03-02",
        visitedOn: "2024-03-03",
        qualifiedOn: "2024-03-03",
        soldOn: "2024-04-01",
      },
    ],
    invalid: [
      [{ source: "dream" }, "source", "entities.not_a_choice"],
      [{ contactedOn: "01/03/2024" }, "contactedOn", "entities.not_a_date"],
    ],
  },
  Order: {
    valid: [
      {
        id: "O1",
        buyerId: "A1",
        sellerId: "M",
        orderedOn: "2024-01-05",
        wantedOn: "2024-01-20",
        currency: "CNY",
        lines: [{ id: "1", productId: "P1", quantity: 3, unitPrice: "9.90", amount: "29.70" }],
      },
    ],
    invalid: [
      [{ lines: [] }, "lines", "entities.empty_list"],
      [{ lines: [null] }, "lines[0]", "entities.not_a_record"],
      [
        { lines: [{ id: "1", productId: "P1", quantity: 3, unitPrice: "9.90", amount: "29.70", tax: "1" }] },
        "lines[0].tax",
        "entities.unknown_field",
      ],
    ],
  },
  Organisation: {
    valid: [
      { id: "ORG1", roles: [] },
      {
        id: "ORG2",
        title,
        legalName: "蓝天贸易有限公司",
        registrationNumber: "91310000X",
        roles: [
          { participantId: "A1", kind: "agent", start: "2024-01-01" },
          { participantId: "SI1", kind: "system_integrator", start: "2020-01-01", end: "2024-01-01" },
        ],
      },
    ],
    invalid: [
      [{ roles: undefined }, "roles", "entities.missing"],
      [{ legalName: "" }, "legalName", "entities.not_text"],
    ],
  },
  Outlet: {
    valid: [
      { id: "O1", ownerId: "D1", territoryId: "SH", openedOn: "2024-01-01" },
      { id: "O2", title, ownerId: "D1", territoryId: "SH", address: "南京路 1 号", openedOn: "2024-01-01", closedOn: "2024-06-01" },
    ],
    invalid: [[{ openedOn: "2024-02-30" }, "openedOn", "entities.not_a_date"]],
  },
  Participant: {
    valid: [
      { id: "A1", kind: "agent", manufacturerId: "M" },
      { id: "M", title, kind: "manufacturer", brandIds: ["B1"] },
      { id: "F1", kind: "factory_office", manufacturerId: "M", territoryIds: ["SH"] },
      {
        id: "D1",
        kind: "distributor",
        manufacturerId: "M",
        organisationId: "ORG1",
        joinedOn: "2023-01-01",
        memberClass: "gold",
        territoryId: "SH",
        level: "tier-2",
        uplineId: "A1",
        payoutCurrency: "CNY",
        capability: {
          businessType: "trading_company",
          scale: "ordinary",
          yearlySales: cny("3000000"),
          supportingCapabilities: ["warehousing", "delivery"],
          expandability: "not_expandable",
        },
        carriedLines: [{ brandId: "B1", categoryId: "K1", share: "0.6" }, { brandId: "B9" }],
      },
      { id: "T1", kind: "trial_distributor", manufacturerId: "M", agreementId: "AG1" },
      { id: "SI1", kind: "system_integrator", scale: "large" },
      { id: "CO1", kind: "contractor" },
      { id: "IC1", kind: "industry_customer", industry: "银行", scale: "ordinary", buyingMode: "guided" },
      { id: "R1", kind: "retailer" },
      { id: "OS1", kind: "own_store", ownerId: "M" },
      { id: "DS1", kind: "direct_sales", ownerId: "M" },
      { id: "EC1", kind: "e_commerce_platform" },
      { id: "SM1", kind: "social_media", ownerId: "M" },
      { id: "BS1", kind: "broker_store", agencyId: "ORG9" },
      { id: "SU1", kind: "supplier", categoryIds: ["K1"], evidenceIds: [] },
    ],
    invalid: [
      [{ kind: "reseller" }, "kind", "entities.not_a_choice"],
      [{ kind: undefined }, "kind", "entities.missing"],
      [{ manufacturerId: undefined }, "manufacturerId", "entities.missing"],
      [{ brandIds: [] }, "brandIds", "entities.unknown_field"],
      [{ capability: { yearlySales: cny("-1") } }, "capability.yearlySales.amount", "entities.negative"],
      [{ capability: { supportingCapabilities: ["magic"] } }, "capability.supportingCapabilities[0]", "entities.not_a_choice"],
      [{ carriedLines: [{ categoryId: "K1" }] }, "carriedLines[0].brandId", "entities.missing"],
      [{ carriedLines: [{ brandId: "B1", share: "1.01" }] }, "carriedLines[0].share", "entities.out_of_range"],
    ],
  },
  Payment: {
    valid: [
      {
        id: "PA1",
        payerId: "A1",
        payeeId: "M",
        paidOn: "2024-02-28",
        method: "acceptance_bill",
        currency: "CNY",
        amount: "1130.00",
        allocations: [{ invoiceId: "I1", amount: "1000" }],
      },
    ],
    invalid: [
      [{ amount: "-1130.00" }, "amount", "entities.negative"],
      [{ method: "barter" }, "method", "entities.not_a_choice"],
      [{ allocations: {} }, "allocations", "entities.not_a_list"],
    ],
  },
  PriceList: {
    valid: [
      { id: "PL1", currency: "CNY", tax: "tax_included", start: "2024-01-01", prices: [] },
      {
        id: "PL2",
        title,
        currency: "CNY",
        tax: "tax_excluded",
        memberClass: "gold",
        territoryId: "SH",
        start: "2024-01-01",
        end: "2025-01-01",
        prices: [
          { productId: "P1", unitPrice: "9.90" },
          { productId: "P1", from: "100", unitPrice: "9.50" },
        ],
      },
    ],
    invalid: [
      [{ tax: undefined }, "tax", "entities.missing"],
      [{ prices: [{ productId: "P1", unitPrice: "free" }] }, "prices[0].unitPrice", "entities.not_a_decimal"],
    ],
  },
  Product: {
    valid: [
      { id: "P1", unit: "piece" },
      {
        id: "P2",
        title,
        unit: "kg",
        brandId: "B1",
        categoryId: "K1",
        lineId: "LN1",
        stage: "maturity",
        technicalGuidance: "needed",
        appeal: { technology: "0.9", quality: "1" },
      },
    ],
    invalid: [
      [{ unit: undefined }, "unit", "entities.missing"],
      [{ appeal: { quality: "1.01" } }, "appeal.quality", "entities.out_of_range"],
    ],
  },
  ProductReturn: {
    valid: [
      {
        id: "R1",
        memberId: "A1",
        productId: "P1",
        quantity: "0.5",
        amount: "4.95",
        currency: "CNY",
        returnedOn: "2024-02-01",
        reason: "defective",
      },
      {
        id: "R2",
        memberId: "A1",
        productId: "P1",
        saleLineId: "SL1",
        quantity: 0,
        amount: "0",
        currency: "CNY",
        returnedOn: "2024-02-01",
        reason: "unsold",
      },
    ],
    invalid: [
      [{ quantity: -1 }, "quantity", "entities.negative"],
      [{ currency: undefined }, "currency", "entities.missing"],
    ],
  },
  Project: {
    valid: [
      { id: "PR1", objective: "开拓华东", managerId: "S1", memberIds: [], phase: "initiation", start: "2024-01-01", dueOn: "2024-06-30" },
      {
        id: "PR2",
        title,
        objective: "x",
        managerId: "S1",
        memberIds: ["S2"],
        phase: "closing",
        start: "2024-01-01",
        dueOn: "2024-06-30",
        closedOn: "2024-06-29",
        budget: cny("0"),
      },
    ],
    invalid: [
      [{ managerId: undefined }, "managerId", "entities.missing"],
      [{ memberIds: ["S2", 3] }, "memberIds[1]", "entities.not_text"],
    ],
  },
  Quota: {
    valid: [
      { memberId: "A1", periodId: "2024-Q1", amount: cny("500000") },
      { memberId: "A1", programmeId: "G1", periodId: "2024-Q1", amount: cny("0") },
    ],
    invalid: [
      [{ amount: cny("-0.01") }, "amount.amount", "entities.negative"],
      [{ amount: "500000" }, "amount", "entities.not_a_record"],
      [{ amount: { amount: "1" } }, "amount.currency", "entities.missing"],
    ],
  },
  RepairCase: {
    valid: [
      { id: "RC1", senderId: "SI1", productId: "P1", receivedOn: "2024-03-01" },
      {
        id: "RC2",
        ticketId: "TK1",
        senderId: "SI1",
        productId: "P1",
        serialNumber: "SN9",
        soldOn: "2023-03-01",
        receivedOn: "2024-03-01",
        diagnosedOn: "2024-03-02",
        result: "replaced",
        returnedOn: "2024-03-09",
      },
    ],
    invalid: [
      [{ result: "lost" }, "result", "entities.not_a_choice"],
      [{ receivedOn: undefined }, "receivedOn", "entities.missing"],
    ],
  },
  SaleLine: {
    valid: [
      { id: "SL1", memberId: "A1", productId: "P1", date: "2024-03-01", quantity: 2, amount: "19.80", kind: "sale" },
      {
        id: "SL2",
        memberId: "A1",
        productId: "P1",
        categoryId: "K1",
        brandId: "B1",
        territoryId: "SH",
        attributes: { project: "metro", "sales channel": "online" },
        date: "2024-02-29",
        event: "received",
        originDate: "2024-01-31",
        cost: "7.25",
        quantity: "0.125",
        unitPrice: "9.90",
        amount: "0",
        discountRate: "1",
        taxRate: "0.13",
        cashDiscount: "0",
        currency: "CNY",
        kind: "return",
      },
    ],
    invalid: [
      [{ amount: "-19.80" }, "amount", "entities.negative"],
      [{ quantity: 2.5 }, "quantity", "entities.not_whole_units"],
      [{ quantity: 2 ** 53 }, "quantity", "entities.not_whole_units"],
      [{ discountRate: "1.5" }, "discountRate", "entities.out_of_range"],
      [{ kind: "refund" }, "kind", "entities.not_a_choice"],
      [{ catgoryId: "K1" }, "catgoryId", "entities.unknown_field"],
      [{ event: "shipped" }, "event", "entities.not_a_choice"],
      [{ originDate: "2024-02-30" }, "originDate", "entities.not_a_date"],
      [{ cost: "-1" }, "cost", "entities.negative"],
      [{ taxRate: "-0.13" }, "taxRate", "entities.negative"],
      [{ cashDiscount: "-0.01" }, "cashDiscount", "entities.negative"],
      [{ attributes: ["metro"] }, "attributes", "entities.not_a_record"],
      [{ attributes: { project: "" } }, "attributes.project", "entities.not_text"],
    ],
  },
  Shipment: {
    valid: [
      { id: "SH1", senderId: "M", receiverId: "A1", shippedOn: "2024-01-10", lines: [{ productId: "P1", quantity: 3 }] },
      {
        id: "SH2",
        orderId: "O1",
        senderId: "M",
        receiverId: "A1",
        territoryId: "SH",
        shippedOn: "2024-01-10",
        promisedOn: "2024-01-14",
        deliveredOn: "2024-01-12",
        lines: [{ productId: "P1", quantity: 2, tracedCodes: ["BOX1", "BOX2"] }],
      },
    ],
    invalid: [
      [{ lines: undefined }, "lines", "entities.missing"],
      [{ lines: [{ productId: "P1", quantity: 1, tracedCodes: [""] }] }, "lines[0].tracedCodes[0]", "entities.not_text"],
    ],
  },
  StaffMember: {
    valid: [
      { id: "S1", roles: ["channel_manager"], territoryIds: [] },
      {
        id: "S2",
        title,
        roles: ["channel_specialist", "project_member"],
        teamId: "TM1",
        managerId: "S1",
        territoryIds: ["SH"],
        joinedOn: "2023-01-01",
        leftOn: "2024-01-01",
      },
    ],
    invalid: [
      [{ roles: [] }, "roles", "entities.empty_list"],
      [{ roles: ["king"] }, "roles[0]", "entities.not_a_choice"],
    ],
  },
  StockReport: {
    valid: [
      {
        id: "ST1",
        memberId: "A1",
        asOf: "2024-03-31",
        reportedOn: "2024-04-02",
        lines: [{ productId: "P1", quantity: "12.5", state: "sellable" }],
      },
      { id: "ST2", memberId: "A1", asOf: "2024-03-31", lines: [] },
    ],
    invalid: [
      [{ asOf: "2024-3-31" }, "asOf", "entities.not_a_date"],
      [{ lines: [{ productId: "P1", quantity: "many", state: "sellable" }] }, "lines[0].quantity", "entities.not_a_decimal"],
    ],
  },
  Territory: {
    valid: [
      { id: "CN", level: "country" },
      { id: "SH", title, level: "city", parentId: "CN", population: 24870000, areaKm2: "6340.5", consumptionIndex: "1.32" },
    ],
    invalid: [
      [{ population: 1.5 }, "population", "entities.not_a_count"],
      [{ population: -1 }, "population", "entities.not_a_count"],
      [{ level: "planet" }, "level", "entities.not_a_choice"],
    ],
  },
  Ticket: {
    valid: [
      { id: "TK1", topic: "repair", priority: "high", requesterId: "IC1", handlerId: "SI1", openedOn: "2024-03-01" },
      {
        id: "TK2",
        topic: "question",
        priority: "low",
        requesterId: "IC1",
        handlerId: "M",
        productId: "P1",
        openedOn: "2024-03-01",
        identifiedOn: "2024-03-01",
        answeredOn: "2024-03-02",
        solvedOn: "2024-03-05",
      },
    ],
    invalid: [
      [{ priority: 1 }, "priority", "entities.not_a_choice"],
      [{ handlerId: "" }, "handlerId", "entities.not_text"],
    ],
  },
  TrainingSession: {
    valid: [
      { id: "T1", topic: "sales_skills", format: "seminar", stage: "onboarding", date: "2024-03-01", hours: "3.5", attendances: [] },
      {
        id: "T2",
        title,
        topic: "marketing",
        format: "online",
        stage: "ongoing",
        date: "2024-03-01",
        hours: "2",
        trainerId: "S1",
        attendances: [
          { participantId: "A1", personId: "h1", scoreBefore: "0.4", scoreAfter: "0.8" },
          { participantId: "A1", personId: "h2" },
        ],
      },
    ],
    invalid: [
      [{ hours: "-1" }, "hours", "entities.negative"],
      [{ attendances: [{ participantId: "A1", personId: "h1", scoreAfter: "80" }] }, "attendances[0].scoreAfter", "entities.out_of_range"],
    ],
  },
  Visit: {
    valid: [
      { id: "V1", kind: "return_visit", date: "2024-03-01", memberId: "A1", staffId: "S1" },
      { id: "V2", kind: "customer_visit", date: "2024-03-01", customerId: "K1" },
      { id: "V3", kind: "customer_visit", date: "2024-03-01", customerId: "K1", leadId: "L1", source: "e_commerce" },
    ],
    invalid: [
      [{ staffId: undefined }, "staffId", "entities.missing"],
      [{ source: "e_commerce" }, "source", "entities.unknown_field"],
    ],
  },
};
