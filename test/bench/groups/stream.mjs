// Streaming lines that nobody holds: memory stays flat, and ten times the lines cost ten times the time.
//
// The process gets a small heap. Left alone, V8 collects when it thinks it worth while, and what it has taken by then says how much
// memory the machine has (lines out of `JSON.parse` leave their short strings in its old space), not how much the work needs. In a
// heap of fixed size, ten times the lines either fit or the process dies. What V8 takes when left alone is a reading beside it.
import { runChild } from "../lib/child.mjs";
import { median, missing } from "../lib/figures.mjs";

const worker = new URL("../workers/stream.mjs", import.meta.url).pathname;

/** Megabytes: 24 for what lives, three halves of 1 for what is new. */
const smallHeap = ["--max-old-space-size=24", "--max-semi-space-size=1"];

async function stream(variant, count, heap = smallHeap) {
  const report = await runChild([...heap, worker, variant, String(count)]);
  const words = report.missing ?? `${report.nsPerLine.toFixed(0)} ns of processor time per line, peak ${report.peakMb.toFixed(1)} MB`;
  process.stderr.write(`  ${variant}, ${count} lines${heap === smallHeap ? "" : ", heap not limited"}: ${words}\n`);
  return report;
}

/** @type {() => Promise<Record<string, { value: number, note?: string } | { missing: string }>>} */
export async function measure() {
  const control = await stream("bare", 1_000_000);
  const found = { "settle.stream_bare1m_peak_mb": { value: control.peakMb } };
  const short = await stream("qudao", 1_000_000);
  if (short.missing !== undefined) {
    for (const name of ["stream10m_peak_mb", "stream1m_peak_mb", "stream_growth", "stream_unlimited1m_peak_mb", "linear"])
      found[`settle.${name}`] = missing(short.missing);
    return found;
  }
  if (short.hash !== control.hash) throw new Error(`Streamed lines give digest ${short.hash}, want ${control.hash}`);
  const shorts = [short, await stream("qudao", 1_000_000), await stream("qudao", 1_000_000)];
  const longs = [await stream("qudao", 10_000_000), await stream("qudao", 10_000_000), await stream("qudao", 10_000_000)];
  const unlimited = await stream("qudao", 1_000_000, []);
  const [shortPeak, longPeak] = [shorts, longs].map((reports) => median(reports.map(({ peakMb }) => peakMb)));
  const [shortNs, longNs] = [shorts, longs].map((reports) => median(reports.map(({ nsPerLine }) => nsPerLine)));
  return {
    ...found,
    "settle.stream10m_peak_mb": { value: longPeak },
    "settle.stream1m_peak_mb": { value: shortPeak },
    "settle.stream_growth": { value: longPeak / shortPeak },
    "settle.stream_unlimited1m_peak_mb": { value: unlimited.peakMb },
    "settle.linear": {
      value: longNs / shortNs,
      note: `${shortNs.toFixed(0)} and ${longNs.toFixed(0)} ns of processor time`,
    },
  };
}
