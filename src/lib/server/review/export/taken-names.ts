import { sha256 } from '../../crypto';

/**
 * Paths that a ZIP already has, as Windows and macOS compare them: without regard to case, and to how letters are
 * composed. A folder never has the name of a file.
 */
export class TakenNames {
  #files = new Set<string>();
  #folders = new Set<string>();

  /**
   * `path`, or one beside it where it is taken; `of` is what it belongs to, from which the difference is made, so that it
   * stays the same.
   */
  take(path: string, of: string): string {
    const free = this.#isFree(path) ? path : this.#beside(path, of);
    const parts = keyOf(free).split('/');
    this.#files.add(parts.join('/'));
    for (let depth = 1; depth < parts.length; depth++) this.#folders.add(parts.slice(0, depth).join('/'));
    return free;
  }

  #isFree(path: string): boolean {
    const key = keyOf(path);
    if (this.#files.has(key) || this.#folders.has(key)) return false;
    const parts = key.split('/');
    return parts.every((_, depth) => depth === 0 || !this.#files.has(parts.slice(0, depth).join('/')));
  }

  #beside(path: string, of: string): string {
    const hash = sha256(of);
    const [, stem, ending] = /^(.*?)(\.[^./]*)?$/s.exec(path) as unknown as [
      string,
      string,
      string | undefined
    ];
    for (let length = 6; ; length++) {
      const tried = `${stem}~${hash.slice(0, length)}${ending ?? ''}`;
      if (this.#isFree(tried)) return tried;
      // A folder stands where a file is: the file's name is not what has to change.
      if (length === hash.length) return `_/${tried}`;
    }
  }
}

const keyOf = (path: string) => path.normalize('NFKC').toUpperCase().toLowerCase();
