/** Schemas of goods and money on their way. */
import type * as z from "zod";
import {
  byName,
  checkedBy,
  choice,
  currency,
  date,
  exactly,
  list,
  moneyNotNegative,
  notNegative,
  quantity,
  record,
  share,
  someOf,
  text,
} from "../../kernel/schema.js";
import { invoiceKinds, paymentMethods, returnReasons, saleLineEvents, saleLineKinds, stockStates } from "../catalogue.js";
import { checkLineTogether } from "../check-sale-line.js";
import type { Invoice } from "../invoice.js";
import type { Order } from "../order.js";
import type { Payment } from "../payment.js";
import type { ProductReturn } from "../product-return.js";
import type { Quota } from "../quota.js";
import type { SaleLine } from "../sale-line.js";
import type { Shipment } from "../shipment.js";
import type { StockReport } from "../stock-report.js";

/** {@link Invoice} as a schema. */
export const InvoiceSchema: z.ZodType<Invoice> = exactly<Invoice>()(
  record({
    id: text,
    kind: choice(invoiceKinds),
    sellerId: text,
    buyerId: text,
    orderId: text.optional(),
    issuedOn: date,
    dueOn: date.optional(),
    currency,
    net: notNegative,
    tax: notNegative,
  }).meta({ title: "Invoice 发票", description: "A claim for money, or its reversal." }),
);

/** {@link Order} as a schema. */
export const OrderSchema: z.ZodType<Order> = exactly<Order>()(
  record({
    id: text,
    buyerId: text,
    sellerId: text,
    orderedOn: date,
    wantedOn: date.optional(),
    currency,
    lines: someOf(record({ id: text, productId: text, quantity, unitPrice: notNegative, amount: notNegative })),
  }).meta({ title: "Order 订单", description: "What a participant ordered from another." }),
);

/** {@link Payment} as a schema. */
export const PaymentSchema: z.ZodType<Payment> = exactly<Payment>()(
  record({
    id: text,
    payerId: text,
    payeeId: text,
    paidOn: date,
    method: choice(paymentMethods),
    currency,
    amount: notNegative,
    allocations: list(record({ invoiceId: text, amount: notNegative })),
  }).meta({ title: "Payment 付款", description: "Money that changed hands." }),
);

/** {@link ProductReturn} as a schema. */
export const ProductReturnSchema: z.ZodType<ProductReturn> = exactly<ProductReturn>()(
  record({
    id: text,
    memberId: text,
    productId: text,
    saleLineId: text.optional(),
    quantity,
    amount: notNegative,
    currency,
    returnedOn: date,
    reason: choice(returnReasons),
  }).meta({ title: "Product return 退货", description: "Goods that came back, and why." }),
);

/** {@link Quota} as a schema. */
export const QuotaSchema: z.ZodType<Quota> = exactly<Quota>()(
  record({ memberId: text, programmeId: text.optional(), periodId: text, amount: moneyNotNegative }).meta({
    title: "Quota 销售配额",
    description: "The sales expected of one member in one period.",
  }),
);

/** {@link SaleLine} as a schema. */
export const SaleLineSchema: z.ZodType<SaleLine> = checkedBy(
  exactly<SaleLine>()(
    record({
      id: text,
      memberId: text,
      productId: text,
      categoryId: text.optional(),
      brandId: text.optional(),
      territoryId: text.optional(),
      attributes: byName(text).optional(),
      date,
      event: choice(saleLineEvents).optional(),
      originDate: date.optional(),
      quantity,
      unitPrice: notNegative.optional(),
      amount: notNegative,
      cost: notNegative.optional(),
      discountRate: share.optional(),
      taxRate: notNegative.optional(),
      cashDiscount: notNegative.optional(),
      currency: currency.optional(),
      kind: choice(saleLineKinds),
    }),
  ),
  checkLineTogether,
).meta({ title: "Sale line 销售行", description: "One line of what a member sold or took back, as programmes count it." });

/** {@link Shipment} as a schema. */
export const ShipmentSchema: z.ZodType<Shipment> = exactly<Shipment>()(
  record({
    id: text,
    orderId: text.optional(),
    senderId: text,
    receiverId: text,
    territoryId: text.optional(),
    shippedOn: date,
    promisedOn: date.optional(),
    deliveredOn: date.optional(),
    lines: someOf(record({ productId: text, quantity, tracedCodes: list(text).optional() })),
  }).meta({ title: "Shipment 发货", description: "Goods on their way from one participant to another." }),
);

/** {@link StockReport} as a schema. */
export const StockReportSchema: z.ZodType<StockReport> = exactly<StockReport>()(
  record({
    id: text,
    memberId: text,
    asOf: date,
    reportedOn: date.optional(),
    lines: list(record({ productId: text, quantity, state: choice(stockStates) })),
  }).meta({ title: "Stock report 库存报告", description: "What a member says it has in stock at the end of a day." }),
);
