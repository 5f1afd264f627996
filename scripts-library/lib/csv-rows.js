/**
 * The rows of a CSV file that the user has named.
 *
 * const rowsOf = load('lib/csv-rows.js')(misused);
 */
(function csvRows(misused) {
  /** What is no CSV is the user's mistake, and no line of the script is to blame. */
  function rowsOf(file) {
    try {
      return files.readCsv(file);
    } catch (error) {
      throw error.code === 'FILE' ? misused(error.message, error.hint) : error;
    }
  }

  return rowsOf;
});
