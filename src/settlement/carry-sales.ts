/**
 * Where single sales stand under caps, from one accumulator to the next.
 *
 * @internal
 */
import type { CapStanding } from "../incentives/term-kit.js";
import { text } from "../kernel/decimal.js";
import { accountOf, type SaleAccounts, saleKey, saleOfKey } from "./hold-sale-caps.js";
import type { ReadSaleCarry } from "./read-sale-carries.js";
import type { SaleCarry } from "./sale-carry.js";

/** The accounts that a programme begins with. */
export function openSales(rows: readonly (readonly [memberId: string, sales: readonly ReadSaleCarry[]])[]): SaleAccounts {
  const found = new Map<string, Map<string, CapStanding>>();
  for (const [memberId, sales] of rows) {
    for (const { capId: id, saleBy, sellerId, sale, paid, over } of sales) {
      const account = accountOf({ id, saleBy });
      const known = found.get(account) ?? new Map<string, CapStanding>();
      found.set(account, known.set(saleKey(memberId, sellerId, sale), { paid, over }));
    }
  }
  return new Map([...found].map(([account, known]) => [account, { known, open: new Map() }]));
}

/** The rows that accounts end with, by member, in an order that does not hang on when a sale came. Projected sales are none. */
export function closeSales(accounts: SaleAccounts): ReadonlyMap<string, readonly SaleCarry[]> {
  const rows = new Map<string, SaleCarry[]>();
  for (const [name, { known }] of accounts) {
    const [capId, way] = JSON.parse(name) as [string, string];
    for (const [key, { paid, over }] of known) {
      const sold = saleOfKey(key);
      if (sold === undefined || (paid.isZero() && over.isZero())) continue;
      const { memberId, ...sale } = sold;
      const own = rows.get(memberId) ?? [];
      rows.set(memberId, own);
      own.push({ capId, ...(way === "" ? {} : { saleBy: way }), ...sale, paid: text(paid), over: text(over) });
    }
  }
  for (const own of rows.values()) own.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return rows;
}
