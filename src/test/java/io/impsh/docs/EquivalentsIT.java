package io.impsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.MemberDoc;
import io.impsh.script.Registry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for those who know another way to do it: their lines can be entered, and do what they say. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("its home")
class EquivalentsIT {
    private static final String IMPT = "impt-equivalents.md";
    private static final String PORTING = "porting.md";

    @TempDir
    private static Path home;

    private static LineRunner runner;

    @BeforeAll
    static void prepare() {
        runner = new LineRunner(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {IMPT, PORTING})
    void everyLineOfThePromptRuns(String page, @TempDir Path folder) throws Exception {
        runner.session(page(page).sections(), folder);
    }

    @Test
    void everyCommandRuns(@TempDir Path folder) throws Exception {
        List<LineTables.Section> sections = new ArrayList<>(page(IMPT).sections());
        sections.addAll(page(PORTING).sections());
        runner.commands(sections, folder);
    }

    /** {@code ReferenceExamplesTest} runs those of all other types. */
    @Test
    void theExamplesOfProjectRun(@TempDir Path folder) throws Exception {
        List<LineTables.Line> lines = new Registry()
                .members("Project").stream()
                        .map(MemberDoc::example)
                        .filter(Objects::nonNull)
                        .map(example -> new LineTables.Line("Project", example, null))
                        .toList();
        runner.session(List.of(new LineTables.Section("Project", List.of(new LineTables.Row("", lines)))), folder);
        assertThat(folder.resolve(".impt.project"))
                .content()
                .matches("(?s)\\{\\s*\"deviceGroupId\" : \"[0-9a-f-]{36}\",\\s*\"deviceFile\" : \"device.nut\","
                        + "\\s*\"agentFile\" : \"agent.nut\"\\s*}\\s*");
    }

    @Test
    void everyCommandAndOptionOfImptIsThere() throws IOException {
        LineTables page = page(IMPT);
        List<String> missing = new ArrayList<>();
        for (ImptCommands.Command command : ImptCommands.all()) {
            List<String> known = List.of(page.known("impt " + command.name()).split("[ `]+"));
            if (known.size() < 2) {
                missing.add(command.name());
            }
            command.options().stream()
                    .filter(option -> !known.contains(option))
                    .forEach(option -> missing.add(command.name() + " " + option));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void whatAllCommandsOfImptHaveIsThere() throws IOException {
        LineTables page = page(IMPT);
        assertThat(page.rows().map(LineTables.Row::known).toList().toString())
                .contains("--output minimal", "--output json", "--output debug", "--help", "--version", "--confirmed")
                .contains("IMPT_AUTH_FILE_PATH", "IMPT_LOGINKEY", "IMPT_USER", "IMPT_PASSWORD", "IMPT_ENDPOINT")
                .contains("account:", "product:", "device group:", "device:", "build:");
        assertThat(page.sections()).extracting(LineTables.Section::title).contains("test");
    }

    private static LineTables page(String name) throws IOException {
        return LineTables.read(MarkdownPage.FOLDER.resolve(name));
    }
}
