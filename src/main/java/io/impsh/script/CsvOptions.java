package io.impsh.script;

/** What may be said about a CSV file that is written. */
final class CsvOptions {
    private static final String FOR_SPREADSHEETS = "forSpreadsheets";

    private CsvOptions() {}

    static Argument argument() {
        return Argument.options(
                "options",
                Argument.optional(
                        FOR_SPREADSHEETS,
                        "boolean",
                        "an apostrophe before texts that a spreadsheet would take for formulas"));
    }

    /** @param index of the options among the call's arguments */
    static CsvFile.Cells cells(Call call, int index) {
        return call.options(index).flag(FOR_SPREADSHEETS) ? CsvFile.Cells.FOR_SPREADSHEETS : CsvFile.Cells.AS_THEY_ARE;
    }
}
