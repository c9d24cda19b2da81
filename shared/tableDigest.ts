/**
 * What a table adds up to: how many records, and a sum over them that does not depend on their order, 16 hexadecimal digits. The host adds it up from
 * the journal and the page from the database; equal sums mean equal records. Against accidents, not against forgers.
 */
export type TableSum = Readonly<{ count: number; digest: string }>;
export type TableSums = Readonly<Record<string, TableSum>>;

export type TableTally = {
  /** `json` is `JSON.stringify` of the record. */
  add: (table: string, key: string, json: string) => void;
  drop: (table: string, key: string, json: string) => void;
  /** Tables that hold nothing are left out. */
  sums: () => TableSums;
};

/** Counts on from these sums, or from nothing. */
export function tableTally(from: TableSums = {}): TableTally {
  const tables = new Map(
    Object.entries(from).map(([table, { count, digest }]) => [
      table,
      {
        count,
        low: Number.parseInt(digest.slice(8), 16) >>> 0,
        high: Number.parseInt(digest.slice(0, 8), 16) >>> 0,
      },
    ]),
  );
  const step = (table: string, key: string, json: string, by: 1 | -1) => {
    const sum = tables.get(table) ?? { count: 0, low: 0, high: 0 };
    tables.set(table, sum);
    const [low, high] = hashOf(key, json);
    sum.count += by;
    sum.low = (sum.low + by * low) >>> 0;
    sum.high = (sum.high + by * high) >>> 0;
  };
  return {
    add: (table, key, json) => step(table, key, json, 1),
    drop: (table, key, json) => step(table, key, json, -1),
    sums: () =>
      Object.fromEntries(
        [...tables]
          .filter(([, { count, low, high }]) => count !== 0 || low !== 0 || high !== 0)
          .toSorted(([left], [right]) => (left < right ? -1 : 1))
          .map(([table, { count, low, high }]) => [table, { count, digest: hex(high) + hex(low) }]),
      ),
  };
}

export function sameSums(left: TableSums, right: TableSums): boolean {
  const tables = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...tables].every(
    (table) => left[table]?.count === right[table]?.count && left[table]?.digest === right[table]?.digest,
  );
}

/** Two multiplicative hashes of 32 bits, each mixed at the end (the finaliser of MurmurHash3). */
function hashOf(key: string, json: string): [low: number, high: number] {
  let low = 0x9e3779b1;
  let high = 0x85ebca77;
  for (const text of [key, json]) {
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x5bd1e995);
      high ^= high >>> 15;
    }
    low = Math.imul(low ^ 0x10000, 0x01000193);
    high = Math.imul(high ^ 0x10000, 0x5bd1e995);
  }
  return [mixed(low), mixed(high)];
}

function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
