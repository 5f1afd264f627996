package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ErrorPrinterTest {
    private static final UserException NOT_FOUND = new UserException(
            "NOT_FOUND",
            "no device is called 'thermo-1\u001b'",
            "nearest: thermo-0001, thermo-0011\ndevices.where({name: /^thermo-1/}) finds by pattern");

    @Test
    void saysWhatAndWhatToDo() {
        assertThat(printed("Error: ", NOT_FOUND, OutputFormat.TABLE, false)).isEqualTo("""
                        Error: no device is called 'thermo-1\\x1b'
                          nearest: thermo-0001, thermo-0011
                          devices.where({name: /^thermo-1/}) finds by pattern
                        """);
        assertThat(printed("impsh: ", new UserException("USAGE", "no\ntwice", null), OutputFormat.CSV, false))
                .isEqualTo("impsh: no\n  twice\n");
    }

    @Test
    void aScreenWithColoursShowsThePrefixInRed() {
        StringBuilder err = new StringBuilder();
        new ErrorPrinter(err, () -> Printed.COLOURS, OutputFormat.TABLE, false)
                .print("Error: ", new UserException("X", "broken", null));
        assertThat(err).hasToString("\u001b[31mError: \u001b[0mbroken\n");
    }

    @Test
    void jsonIsOneLine() {
        String line = printed("impsh: ", NOT_FOUND, OutputFormat.JSON, false);
        assertThat(line)
                .isEqualTo("{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"no device is called 'thermo-1\\u001b'\","
                        + "\"hint\":\"nearest: thermo-0001, thermo-0011\\n"
                        + "devices.where({name: /^thermo-1/}) finds by pattern\"}}\n");
        JsonNode error = JsonMapper.shared().readTree(line).get("error");
        assertThat(error.get("message").asString()).isEqualTo(NOT_FOUND.getMessage());
    }

    @Test
    void faultsOfTheProgramAskForAReport() {
        assertThat(printed("impsh: ", new IllegalStateException("odd"), OutputFormat.TABLE, false))
                .isEqualTo("""
                        impsh: internal error: java.lang.IllegalStateException: odd
                          please report it; --debug shows where it happened
                        """);
    }

    @Test
    void debuggingAddsTheStackTrace() {
        assertThat(printed("impsh: ", new IllegalStateException("odd"), OutputFormat.TABLE, true))
                .startsWith("""
                        impsh: internal error: java.lang.IllegalStateException: odd
                          please report it
                        java.lang.IllegalStateException: odd
                            at io.impsh.output.ErrorPrinterTest.debuggingAddsTheStackTrace(ErrorPrinterTest.java:""");
    }

    private static String printed(String prefix, Throwable failure, OutputFormat format, boolean debug) {
        StringBuilder err = new StringBuilder();
        new ErrorPrinter(err, () -> Printed.TERMINAL, format, debug).print(prefix, failure);
        return err.toString();
    }
}
