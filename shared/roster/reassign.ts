import type { RosterState } from './rosterState';

/**
 * Gives out anew, at the least cost, all the seats of shifts of which nobody can work two, everything else staying as it is: an
 * assignment problem, solved exactly by shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987). Tells whether that made the
 * roster cheaper; if not, it is as before.
 */
export function reassign(state: RosterState, shifts: readonly number[]): boolean {
  const { compiled } = state;
  const { candidateFrom, candidatePerson, candidateCost, headcount, weight } = compiled;
  const before = state.cost;
  const taken = takeAway(state, shifts);
  const rows: number[] = [];
  for (const shift of shifts)
    for (let seat = state.covered[shift]!; seat < headcount[shift]!; seat += 1) rows.push(shift);
  // What each seat costs with each person, in rows; the last columns are seats left empty.
  const columnOf = new Int32Array(compiled.personCount).fill(-1);
  const people: number[] = [];
  const costs = new Map<number, Edges>();
  for (const shift of new Set(rows)) {
    const edges: Edges = { column: [], cost: [], candidate: [] };
    costs.set(shift, edges);
    for (let candidate = candidateFrom[shift]!; candidate < candidateFrom[shift + 1]!; candidate += 1) {
      const person = candidatePerson[candidate]!;
      const cost = state.costOfAdding(person, shift, candidateCost[candidate]!) + weight[shift]!;
      if (cost >= weight[shift]! || !state.fits(person, shift)) continue;
      if (columnOf[person]! < 0) columnOf[person] = people.push(person) - 1;
      edges.column.push(columnOf[person]!);
      edges.cost.push(cost);
      edges.candidate.push(candidate);
    }
  }
  const chosen = assign(
    rows.map((shift) => costs.get(shift)!),
    rows.map((shift) => weight[shift]!),
    people.length,
  );
  const given: { person: number; shift: number }[] = [];
  chosen.forEach((edge, row) => {
    if (edge < 0) return;
    const shift = rows[row]!;
    const candidate = costs.get(shift)!.candidate[edge]!;
    const person = candidatePerson[candidate]!;
    // Two seats of one answer can still be in each other's way: people who stay apart, limits of a day.
    if (state.covered[shift]! >= headcount[shift]! || !state.fits(person, shift)) return;
    state.add(person, shift, candidateCost[candidate]!);
    given.push({ person, shift });
  });
  if (state.cost < before - 1e-6) return true;
  for (const { person, shift } of given) state.remove(person, shift);
  for (const { person, shift, cost } of taken) state.add(person, shift, cost);
  return false;
}

type Edges = { column: number[]; cost: number[]; candidate: number[] };

function takeAway(state: RosterState, shifts: readonly number[]) {
  const taken: { person: number; shift: number; cost: number }[] = [];
  for (const shift of shifts) {
    const from = state.seatFrom[shift]!;
    for (let seat = from + state.covered[shift]! - 1; seat >= from; seat -= 1) {
      const person = state.seatHolder[seat]!;
      if (state.isLocked(person, shift)) continue;
      taken.push({ person, shift, cost: state.remove(person, shift) });
    }
  }
  return taken;
}

/** For each row the edge to take, or -1 to leave it at its price `alone`; each column at most once, at the least sum. */
function assign(rows: readonly Edges[], alone: readonly number[], columnCount: number): Int32Array {
  const rowOf = new Int32Array(columnCount).fill(-1);
  const edgeOf = new Int32Array(rows.length).fill(-1);
  const rowPrice = new Float64Array(rows.length);
  const columnPrice = new Float64Array(columnCount);
  const distance = new Float64Array(columnCount);
  const fromRow = new Int32Array(columnCount);
  const byEdge = new Int32Array(columnCount);
  const isDone = new Uint8Array(columnCount);
  for (let root = 0; root < rows.length; root += 1) {
    distance.fill(Infinity);
    isDone.fill(0);
    let row = root;
    let reached = 0;
    // The cheapest way so far to leave a row of the tree alone, and which row.
    let leastAlone = Infinity;
    let aloneRow = -1;
    const tree: number[] = [];
    let end = -1;
    for (;;) {
      const { column: columns, cost: edgeCosts } = rows[row]!;
      const base = reached - rowPrice[row]!;
      if (base + alone[row]! < leastAlone) {
        leastAlone = base + alone[row]!;
        aloneRow = row;
      }
      for (let edge = 0; edge < columns.length; edge += 1) {
        const column = columns[edge]!;
        const through = base + edgeCosts[edge]! - columnPrice[column]!;
        if (isDone[column] === 1 || through >= distance[column]!) continue;
        distance[column] = through;
        fromRow[column] = row;
        byEdge[column] = edge;
      }
      end = -1;
      let least = leastAlone;
      for (let column = 0; column < columnCount; column += 1) {
        if (isDone[column] === 1 || distance[column]! >= least) continue;
        least = distance[column]!;
        end = column;
      }
      reached = least;
      if (end < 0 || rowOf[end]! < 0) break;
      isDone[end] = 1;
      tree.push(end);
      row = rowOf[end]!;
    }
    for (const column of tree) {
      const gain = reached - distance[column]!;
      columnPrice[column]! -= gain;
      rowPrice[rowOf[column]!]! += gain;
    }
    rowPrice[root]! += reached;
    let at = end < 0 ? aloneRow : fromRow[end]!;
    let column = end;
    for (;;) {
      const previous = edgeOf[at]! < 0 ? -1 : rows[at]!.column[edgeOf[at]!]!;
      edgeOf[at] = column < 0 ? -1 : byEdge[column]!;
      if (column >= 0) rowOf[column] = at;
      if (at === root) break;
      column = previous;
      at = fromRow[column]!;
    }
  }
  return edgeOf;
}
