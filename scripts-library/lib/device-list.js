/**
 * Devices that a script is given one by one, in a file, or both.
 *
 * const {namedDevices} = load('lib/device-list.js')(misused);
 */
(function deviceList(misused) {
  const rowsOf = load('lib/csv-rows.js')(misused);

  /** What the column "device" of a CSV file names. */
  function fromFile(file) {
    const rows = rowsOf(file);
    if (rows.length > 0 && rows[0].device === undefined) {
      throw misused(`${file} has no column "device", only ${JSON.stringify(Object.keys(rows[0]))}`);
    }
    const names = rows.map(({device}) => String(device ?? '').trim()).filter((name) => name !== '');
    if (names.length === 0) {
      throw misused(`${file} names no device`);
    }
    return names;
  }

  /** Entities and names, as devices.of() takes them. A name that is wrong ends the script. */
  function namedDevices({device = [], csv}) {
    const named = [...device, ...(csv === undefined ? [] : fromFile(csv))];
    try {
      return devices.of(named).toArray();
    } catch (failure) {
      throw ['NOT_FOUND', 'AMBIGUOUS'].includes(failure.code) ? misused(failure.message, failure.hint) : failure;
    }
  }

  return {namedDevices};
});
