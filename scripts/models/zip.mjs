import { zipSync } from 'fflate';

/**
 * A ZIP archive of stored (uncompressed) files: what tasks-vision maps a `.task` bundle from. Its date is fixed, so
 * that the bytes are the same wherever and whenever it is made.
 * @param {Record<string, Uint8Array>} files
 */
export const zip = (files) => zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) });
