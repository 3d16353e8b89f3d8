/**
 * Reads one workbook in a process of its own: whatever a file unpacks to, the endpoint lives. Started by `workbook.ts`,
 * which hands over the addresses of the two packages and gives the file as a message.
 */
const { default: xlsx } = await import(process.argv[1]);
const { unzipSync, zipSync, strFromU8, strToU8 } = await import(process.argv[2]);

process.once('message', ({ file, unpacked, rows }) => {
  let answer;
  try {
    answer = { sheets: read(typeof file === 'string' ? lettersOf(file) : file, unpacked, rows) };
  } catch (error) {
    // not a workbook, larger than one may be, or one that opens with a password
    answer = { sheets: null, locked: /password|encrypt/i.test(String(error)) };
  }
  process.send(answer, () => process.exit(0));
});

function read(file, unpacked, rows) {
  const markup = typeof file === 'string';
  const bytes = file[0] === 0x50 ? complete(file, unpacked) : file;
  const book = xlsx.read(bytes, {
    type: markup ? 'string' : 'array',
    // Of markup, digits as they are written.
    raw: markup,
    dense: true,
    cellNF: true,
    cellText: true,
    sheetRows: rows
  });
  return book.SheetNames.map((name, at) => ({
    name,
    hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
    rows: rowsOf(book.Sheets[name])
  }));
}

/** Letters that markup writes as numbers, which the reader leaves; not those that would be markup. */
function lettersOf(markup) {
  return markup.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (whole, hex, digits) => {
    const code = hex ? parseInt(hex, 16) : Number(digits);
    return code < 0x20 || code > 0x10ffff || '<>&"\''.includes(String.fromCodePoint(code))
      ? whole
      : String.fromCodePoint(code);
  });
}

/** Declares styles and strings where a program left that out; nothing larger than `unpacked` bytes is unpacked. */
function complete(file, unpacked) {
  let size = 0;
  const entries = unzipSync(file, {
    filter: ({ originalSize }) => {
      size += originalSize;
      if (size > unpacked) throw new Error('too large');
      return true;
    }
  });
  const types = '[Content_Types].xml';
  const declared = entries[types] ? strFromU8(entries[types]) : '';
  const missing = ['styles', 'sharedStrings']
    .filter((part) => entries[`xl/${part}.xml`] && !declared.includes(`/xl/${part}.xml`))
    .map(
      (part) =>
        `<Override PartName="/xl/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${part}+xml"/>`
    );
  entries[types] = strToU8(declared.replace('</Types>', `${missing.join('')}</Types>`));
  // Also without data descriptors, which streaming programs write and the reader does not know.
  return zipSync(entries, { level: 0 });
}

/** Rows that are not empty, with their numbers; a merged cell's text stands in each of its rows. */
function rowsOf(sheet) {
  const data = sheet['!data'] ?? [];
  for (const { s: start, e: end } of sheet['!merges'] ?? [])
    for (let row = start.r; row <= Math.min(end.r, data.length - 1); row++) {
      data[row] ??= [];
      data[row][start.c] ??= data[start.r]?.[start.c];
    }
  return data.flatMap((row, index) => {
    const cells = Array.from(row ?? [], textOf);
    return cells.some((cell) => cell !== '') ? [{ line: index + 1, cells }] : [];
  });
}

/** Spreadsheets keep 15 digits of a number; false for one that may have had more. */
function textOf(cell) {
  if (!cell || cell.v === undefined || cell.v === null) return '';
  // As it is shown, with slashes: a student number is no date.
  if (cell.t === 'd' || (cell.t === 'n' && xlsx.SSF.is_date(cell.z ?? '')))
    return String(cell.w ?? cell.v).replaceAll('-', '/');
  if (cell.t !== 'n') return String(cell.t === 's' ? cell.v : (cell.w ?? cell.v));
  if (!Number.isInteger(cell.v)) return String(cell.v);
  if (Math.abs(cell.v) >= 1e15) return false;
  return shownOf(String(cell.v), String(cell.w ?? cell.v).trim());
}

/** What a format makes of a number: 0220310001 of ten zeros, 软件1班. Another way to write the number is the number. */
function shownOf(number, shown) {
  const amount = shown.replace(/[,\s¥￥$€£]/g, '').replace(/\.0*$/, '');
  return amount === number || /^[+-]?[\d.]+(?:e[+-]?\d+|%)$/i.test(amount) ? number : shown;
}
