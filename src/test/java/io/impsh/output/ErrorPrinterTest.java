package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.script.CodeProblem;
import io.impsh.script.CompileFailure;
import io.impsh.script.ScriptFailure;
import io.impsh.script.SourcePosition;
import java.util.List;
import java.util.stream.LongStream;
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
    void longHintsAreWrappedWhereThereIsAScreen() {
        StringBuilder err = new StringBuilder();
        new ErrorPrinter(err, () -> Printed.wide(30), OutputFormat.TABLE, false)
                .print("Error: ", new UserException("USAGE", "no such key", "keys: id, type, name, online, impType"));
        assertThat(err).hasToString("""
                        Error: no such key
                          keys: id, type, name,
                          online, impType
                        """);
    }

    @Test
    void longMessagesBreakAtWordsOnAScreenOnly() {
        UserException failure = new UserException(
                "USAGE",
                "deploy has no option 'devicefile'; did you mean deviceFile?\nthe service said: no such thing",
                null);
        StringBuilder screen = new StringBuilder();
        new ErrorPrinter(screen, () -> Printed.wide(30), OutputFormat.TABLE, false).print("Error: ", failure);
        StringBuilder pipe = new StringBuilder();
        new ErrorPrinter(pipe, () -> Printed.PIPE, OutputFormat.TABLE, false).print("Error: ", failure);

        assertThat(screen).hasToString("""
                        Error: deploy has no option
                          'devicefile'; did you mean
                          deviceFile?
                          the service said: no such
                          thing
                        """);
        assertThat(pipe).hasToString("""
                        Error: deploy has no option 'devicefile'; did you mean deviceFile?
                          the service said: no such thing
                        """);
    }

    @Test
    void anErrorIsCalledSoOnce() {
        assertThat(printed(
                        "Error: ", new UserException("SCRIPT_ERROR", "Error: boom", null), OutputFormat.TABLE, false))
                .isEqualTo("Error: boom\n");
    }

    @Test
    void codeThatDoesNotCompileIsShownWithItsLines() {
        CompileFailure failure = CompileFailure.of(
                "Line 1",
                List.of(
                        new CodeProblem("main.nut", 12L, 13L, "ERROR", "expression expected", "    local x = ;"),
                        new CodeProblem("main.nut", 20L, 2L, "ERROR", "unexpected \u001b", "\t}"),
                        new CodeProblem("agentCode", null, null, "ERROR", "no end", null)));

        assertThat(printed("Error: ", failure, OutputFormat.TABLE, false)).isEqualTo("""
                        Error: cannot deploy to Line 1: main.nut:12:13: expression expected (3 errors)
                          local x = ;
                                  ^
                          main.nut:20:2: unexpected \\x1b
                          }
                          ^
                          agentCode: no end
                        """);
        assertThat(printed("Error: ", failure, OutputFormat.JSON, false))
                .isEqualTo(
                        "{\"error\":{\"code\":\"COMPILE_ERROR\",\"message\":\"cannot deploy to Line 1:"
                                + " main.nut:12:13: expression expected (3 errors)\",\"hint\":null,\"errors\":["
                                + "{\"file\":\"main.nut\",\"row\":12,\"column\":13,\"type\":\"ERROR\",\"text\":\"expression expected\"},"
                                + "{\"file\":\"main.nut\",\"row\":20,\"column\":2,\"type\":\"ERROR\",\"text\":\"unexpected \\u001b\"},"
                                + "{\"file\":\"agentCode\",\"row\":null,\"column\":null,\"type\":\"ERROR\",\"text\":\"no end\"}]}}\n");
    }

    @Test
    void ofManyErrorsTheFirstAreShown() {
        List<CodeProblem> many = LongStream.rangeClosed(1, 12)
                .mapToObj(row -> new CodeProblem("a.nut", row, 1L, "ERROR", "no", null))
                .toList();

        assertThat(printed("Error: ", CompileFailure.of("Line 1", many), OutputFormat.TABLE, false))
                .startsWith("Error: cannot deploy to Line 1: a.nut:1:1: no (12 errors)\n  a.nut:2:1: no\n")
                .endsWith("  a.nut:10:1: no\n  and 2 more\n");
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

    @Test
    void aScriptThatFailsShowsWhere() {
        SourcePosition inner = new SourcePosition("move.js", 3, 11, "  const x = y.name;");
        SourcePosition outer = new SourcePosition("move.js", 9, 1, "move();");
        ScriptPlace place = new ScriptPlace(
                inner,
                List.of(new ScriptFailure.Frame("move", inner), new ScriptFailure.Frame("top level", outer)),
                true);
        Failure failure = new Failure("SCRIPT_ERROR", "ReferenceError: y is not defined", "declare it", place);
        assertThat(printed(failure, OutputFormat.TABLE, Printed.TERMINAL)).isEqualTo("""
                        impsh: ReferenceError: y is not defined
                          at move.js:3:11
                          const x = y.name;
                                  ^
                          called at move.js:9:1
                          declare it
                        """);
        assertThat(printed(failure, OutputFormat.NDJSON, Printed.TERMINAL))
                .isEqualTo("{\"error\":{\"code\":\"SCRIPT_ERROR\",\"message\":\"ReferenceError: y is not defined\","
                        + "\"hint\":\"declare it\",\"at\":\"move.js:3:11\"}}\n");
    }

    @Test
    void theLineJustTypedIsNotRepeatedUnlessItCannotBeRead() {
        SourcePosition position = new SourcePosition("input 3", 1, 5, "let = 1");
        Failure thrown = new Failure("X", "no", null, new ScriptPlace(position, List.of(), true));
        Failure unread = new Failure("SYNTAX", "no", null, new ScriptPlace(position, List.of(), false));
        String excerpt = """
                impsh: no
                  at input 3:1:5
                  let = 1
                      ^
                """;
        assertThat(printed(thrown, OutputFormat.TABLE, Printed.TERMINAL)).isEqualTo("impsh: no\n");
        assertThat(printed(thrown, OutputFormat.TABLE, Printed.PIPE)).isEqualTo(excerpt);
        assertThat(printed(unread, OutputFormat.TABLE, Printed.TERMINAL)).isEqualTo(excerpt);
    }

    private static String printed(Failure failure, OutputFormat format, Screen screen) {
        StringBuilder err = new StringBuilder();
        new ErrorPrinter(err, () -> screen, format, false).print("impsh: ", failure);
        return err.toString();
    }

    private static String printed(String prefix, Throwable failure, OutputFormat format, boolean debug) {
        StringBuilder err = new StringBuilder();
        new ErrorPrinter(err, () -> Printed.TERMINAL, format, debug).print(prefix, failure);
        return err.toString();
    }
}
