package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The manual page tells all there is, and {@code man} can read it. */
class ManualPageTest {
    private static final Path GROFF = Path.of("/usr/bin/groff");
    private static final List<String> PAGE = ManualPage.of("1.2.3").lines().toList();

    static boolean groffIsThere() {
        return Files.isExecutable(GROFF);
    }

    @Test
    void beginsWithItsNameAndHowTheProgramIsCalled() {
        assertThat(PAGE)
                .startsWith(
                        ".TH IMPSH 1 \"\" \"impsh 1.2.3\"",
                        ".nh",
                        ".ad l",
                        ".SH NAME",
                        "impsh \\- interactive scripting shell for Electric Imp\\(aqs impCentral cloud",
                        ".SH SYNOPSIS",
                        ".nf",
                        ".RS 4",
                        "impsh [options]",
                        "impsh [options] \\-e EXPR");
    }

    @Test
    void hasASectionForEverything() {
        assertThat(PAGE.stream().filter(line -> line.startsWith(".SH ")))
                .containsExactly(
                        ".SH NAME",
                        ".SH SYNOPSIS",
                        ".SH DESCRIPTION",
                        ".SH COMMANDS",
                        ".SH OPTIONS",
                        ".SH EXIT STATUS",
                        ".SH ENVIRONMENT",
                        ".SH FILES",
                        ".SH EXAMPLES",
                        ".SH SEE ALSO");
    }

    @Test
    void tellsOfEveryCommand() {
        assertThat(PAGE.stream().filter(line -> line.startsWith(".SS ")).map(line -> line.split(" ")[1]))
                .containsExactlyElementsOf(CommandName.words());
    }

    @Test
    void tellsOfEveryOptionAtEachCommandThatHasIt() {
        assertThat(OptionTable.ALL).allSatisfy(option -> {
            long places = option.isGlobal() ? 1 : option.owners().size();
            String name = option.name().replace("-", "\\-");
            assertThat(PAGE.stream().filter(line -> line.matches("\\\\fB(.*, )?" + Pattern.quote(name) + "\\\\fR.*")))
                    .as(option.name())
                    .hasSize((int) places);
        });
    }

    @Test
    void showsValuesThatMayBeLeftOut() {
        assertThat(PAGE)
                .containsSequence(
                        ".TP",
                        "\\fB\\-\\-yes\\fR\\fI[=N]\\fR",
                        "answer questions with yes, if no more than N things are affected");
    }

    @Test
    void tellsOfEveryExitCode() throws IllegalAccessException {
        for (Field code : ExitCode.class.getDeclaredFields()) {
            assertThat(PAGE).as(code.getName()).contains("\\fB" + code.get(null) + "\\fR");
        }
    }

    /** Of the table in the docs, which everybody adds to. */
    @Test
    void tellsOfEveryVariable() throws IOException {
        String docs = Files.readString(Path.of("docs/configuration.md"));
        String table = docs.substring(docs.indexOf("\n## Variables\n"));
        List<String> variables = Pattern.compile("(?m)^\\| (`[^|]*) \\|")
                .matcher(table)
                .results()
                .map(row -> row.group(1))
                .flatMap(row -> Pattern.compile("[A-Z_]{4,}").matcher(row).results())
                .map(MatchResult::group)
                .toList();

        assertThat(variables).contains("IMPSH_USER", "IMPSH_MAKE_ARCHIVE");
        List<String> told = PAGE.stream()
                .filter(line -> line.startsWith("\\fB"))
                .flatMap(line -> Arrays.stream(line.substring(3).split("[^A-Z_]+")))
                .toList();
        assertThat(told).containsAll(variables);
    }

    @Test
    void usesOnlyTheRequestsOfManualPages() {
        List<String> known = List.of(".TH", ".SH", ".SS", ".PP", ".TP", ".nf", ".fi", ".RS", ".RE", ".nh", ".ad");
        assertThat(PAGE.stream().filter(line -> line.startsWith(".") || line.startsWith("'")))
                .allSatisfy(line -> assertThat(known).contains(line.split(" ")[0]));
        assertThat(String.join("\n", PAGE)).isASCII();
    }

    @Test
    @EnabledIf("groffIsThere")
    void isReadWithoutAWarning(@TempDir Path folder) throws Exception {
        Path page = Files.write(folder.resolve("impsh.1"), PAGE);
        Process groff = new ProcessBuilder(GROFF.toString(), "-man", "-ww", "-Tascii", "-P-c", page.toString())
                .redirectErrorStream(true)
                .start();
        String shown =
                new String(groff.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).replaceAll(".\b", "");

        assertThat(groff.waitFor()).isZero();
        assertThat(shown).doesNotContain("warning", "error:");
        assertThat(shown.lines().map(String::strip))
                .contains(
                        "impsh --sandbox -e 'devices.count()'",
                        "impsh plan \"devices.where({group: 'Line 1'}).assignTo('Line 2')\" --out move.json");
    }

    @Test
    void hasNothingInItThatRoffWouldObey() {
        Roff roff = new Roff("x", "a \"b\"");
        roff.section("'S");
        roff.paragraph(".T `\\ ^~-");

        assertThat(roff.toString().lines().toList())
                .containsExactly(
                        ".TH X 1 \"\" \"a \\(dqb\\(dq\"",
                        ".nh",
                        ".ad l",
                        ".SH \\&\\(aqS",
                        "\\&.T \\(ga\\e \\(ha\\(ti\\-");
    }
}
