interface Size {
  width: number;
  height: number;
}

/**
 * For each cell of a grid which of two groups of cells is nearer (0 the first, 1 the second) by the dearness of the way
 * (Dijkstra, two sources at once).
 *
 * @param stepCost of going from a cell to one beside it
 * @param dearer how many times as much it costs the second group
 */
export function nearestOf(
  groups: readonly [readonly number[], readonly number[]],
  { width, height }: Size,
  stepCost: (from: number, to: number) => number,
  dearer: number
): Uint8Array<ArrayBuffer> {
  const owner = new Uint8Array(width * height);
  const cost = new Float64Array(width * height).fill(Infinity);
  const queue = new Queue();
  groups.forEach((cells, group) => {
    for (const at of cells) {
      owner[at] = group;
      cost[at] = 0;
      queue.push(at, 0);
    }
  });
  for (let next = queue.pop(); next; next = queue.pop()) {
    const [at, known] = next;
    if (known > cost[at]!) continue;
    const column = at % width;
    for (const [to, inside] of [
      [at - 1, column > 0],
      [at + 1, column < width - 1],
      [at - width, at >= width],
      [at + width, at < width * (height - 1)]
    ] as const) {
      if (!inside) continue;
      const there = known + stepCost(at, to) * (owner[at] ? dearer : 1);
      if (there >= cost[to]!) continue;
      cost[to] = there;
      owner[to] = owner[at]!;
      queue.push(to, there);
    }
  }
  return owner;
}

/** Cells by what it costs to reach them, cheapest first (a binary heap). */
class Queue {
  readonly #cells: [number, number][] = [];

  push(cell: number, cost: number): void {
    const cells = this.#cells;
    let at = cells.push([cell, cost]) - 1;
    while (at > 0 && cells[(at - 1) >> 1]![1] > cost) {
      cells[at] = cells[(at - 1) >> 1]!;
      at = (at - 1) >> 1;
    }
    cells[at] = [cell, cost];
  }

  pop(): [number, number] | undefined {
    const cells = this.#cells;
    const [first] = cells;
    const last = cells.pop();
    if (!first || !last || cells.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < cells.length && cells[child + 1]![1] < cells[child]![1]) child++;
      if (child >= cells.length || cells[child]![1] >= last[1]) break;
      cells[at] = cells[child]!;
      at = child;
    }
    cells[at] = last;
    return first;
  }
}
