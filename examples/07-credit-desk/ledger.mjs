// Invoices and payments of thirty dealers in 2024, made by a fixed rule and not by chance: the same in every run. None of it is real.
import { addDays, allocateAmount } from "qudao/kernel";

const habits = [
  { en: "prompt", zh: "按期", late: [-3, 0, 0], pays: 1 },
  { en: "slow", zh: "拖延", late: [4, 9, 16], pays: 1 },
  { en: "in trouble", zh: "拖欠", late: [40, 70, 120], pays: 0.6 },
];

/** Every sixth dealer is in trouble, every third is slow. */
const habitOf = (i) => habits[i % 6 === 5 ? 2 : i % 3 === 1 ? 1 : 0];
const pad = (n) => String(n).padStart(2, "0");
const yuan = (cents) =>
  allocateAmount({ total: (cents / 100).toFixed(2), weights: ["1"] }, { decimals: 2, remainder: "contract_order" }).value.outcome[0];

export const dealers = Array.from({ length: 30 }, (_, i) => ({
  id: `D${pad(i + 1)}`,
  title: { en: `Dealer ${pad(i + 1)}`, zh: `经销商 ${pad(i + 1)}` },
  habit: { en: habitOf(i).en, zh: habitOf(i).zh },
  size: i % 10 === 9 ? "small" : "ordinary",
}));

/** Two invoices a month and dealer, 30 days each; what is paid, and how late, follows from the habit. */
export function makeDocuments() {
  const invoices = [];
  const payments = [];
  dealers.forEach((dealer, i) => {
    const { late, pays } = habitOf(i);
    for (let n = 0; n < 24; n++) {
      const issuedOn = `2024-${pad(Math.floor(n / 2) + 1)}-${pad(n % 2 === 0 ? 4 + (i % 9) : 17 + (i % 9))}`;
      const dueOn = addDays(issuedOn, 30);
      const cents = (1_500_000 + ((i * 7_919 + n * 104_729) % 2_000_000)) * (dealer.size === "small" ? 1 : 4);
      const id = `${dealer.id}-${pad(n + 1)}`;
      invoices.push({
        id,
        kind: "invoice",
        sellerId: "M",
        buyerId: dealer.id,
        issuedOn,
        dueOn,
        currency: "CNY",
        net: yuan(cents),
        tax: yuan(Math.round(cents * 0.13)),
      });
      const paidOn = addDays(dueOn, late[n % 3]);
      const paid = Math.round(cents * 1.13 * (n % 4 === 3 ? pays : 1));
      if (pays < 1 && n > 15) continue;
      if (paidOn <= "2024-12-31") payments.push({ id: `P-${id}`, memberId: dealer.id, paidOn, currency: "CNY", amount: yuan(paid) });
    }
  });
  return { invoices, payments };
}

/** One new order per dealer, on the last day of the year. */
export const orders = dealers.map(({ id }, i) => ({
  id: `O-${id}`,
  memberId: id,
  currency: "CNY",
  amount: yuan(3_000_000 + ((i * 4_441) % 37) * 100_000),
  ...(i % 7 === 6 ? { prepaid: yuan(3_000_000 + ((i * 4_441) % 37) * 100_000) } : {}),
}));
