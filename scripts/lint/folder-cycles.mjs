/**
 * Rooms of `src/lib`, its first folders, that import each other in a circle. Types are left out, which no code runs through; the
 * server's rooms have tables of their own.
 *
 * @param {{ source: string, dependencies: { resolved: string, dependencyTypes: string[] }[] }[]} modules
 * @returns {string[][]} each circle once, its rooms by name; empty where every arrow has one direction
 */
export function folderCycles(modules) {
  /** @type {Map<string, Set<string>>} */
  const arrows = new Map();
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (!from || /\.test\.ts$/.test(source)) continue;
    const to = arrows.get(from) ?? new Set();
    arrows.set(from, to);
    for (const { resolved, dependencyTypes } of dependencies) {
      const room = roomOf(resolved);
      if (room && room !== from && !dependencyTypes.includes('type-only')) to.add(room);
    }
  }
  /** @param {string} start @returns {Set<string>} whatever is reached from there */
  const reached = (start) => {
    const seen = new Set();
    const ahead = [...(arrows.get(start) ?? [])];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      ahead.push(...(arrows.get(next) ?? []));
    }
    return seen;
  };
  const reach = new Map([...arrows.keys()].map((room) => [room, reached(room)]));
  const circles = [...reach.keys()]
    .filter((room) => reach.get(room)?.has(room))
    .map((room) => [...(reach.get(room) ?? [])].filter((other) => reach.get(other)?.has(room)).sort());
  return [...new Map(circles.map((rooms) => [rooms.join(), rooms])).values()];
}

/** @param {string} path @returns {string | undefined} */
const roomOf = (path) => /(?:^|\/)src\/lib\/(?!server\/)([^/]+)\//.exec(path)?.[1];
