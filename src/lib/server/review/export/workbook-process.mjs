/**
 * Writes one workbook in a process of its own, so that the endpoint answers others meanwhile. Started by `tables.ts`, which
 * hands over the package's address and gives the rows as a message. Every cell is text: no number loses digits, and
 * nothing is a formula.
 */
const { default: xlsx } = await import(process.argv[1]);

process.once('message', ({ rows, widths }) => {
  const data = rows.map((row) => row.map((value) => ({ t: 's', v: value, z: '@' })));
  const sheet = {
    '!data': data,
    '!ref': `A1:${xlsx.utils.encode_cell({ r: rows.length - 1, c: rows[0].length - 1 })}`,
    '!cols': widths.map((wch) => ({ wch }))
  };
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, sheet, 'Sheet1');
  const file = xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true, dense: true });
  process.send({ file: new Uint8Array(file) }, () => process.exit(0));
});
