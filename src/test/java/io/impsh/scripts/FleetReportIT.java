package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The page of fleet-report in a browser. */
class FleetReportIT {
    private static final List<String> COUNTED = List.of("versions", "modules", "memory", "signal");

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private HeadlessBrowser browser;
    private ScriptScene scene;
    private Path page;

    @BeforeEach
    void start() {
        browser = HeadlessBrowser.find().orElse(null);
        assumeTrue(browser != null, "needs chromium-headless-shell or chromium, as Debian has them");
        scene = scenes.start(SandboxOptions.defaults());
        page = Path.of(scene.file("report.html"));
    }

    @Test
    void itsChartsHaveTheNumbersThatTheTerminalShows() throws Exception {
        TerminalReport terminal = report();

        JsonNode seen = browser.open(page);

        assertThat(texts(seen.get("headings")))
                .containsExactly(
                        "Products",
                        "impOS versions",
                        "Modules",
                        "Free memory",
                        "Signal strength",
                        "Device groups",
                        "Off line the longest");
        assertThat(seen.get("charts")).hasSize(6);
        assertThat(bars(seen, 0)).isEqualTo(terminal.columns("products", "product", "online", "offline"));
        assertThat(bars(seen, 5)).isEqualTo(terminal.columns("groups", "group", "online", "offline"));
        for (int at = 0; at < COUNTED.size(); at++) {
            assertThat(bars(seen, 1 + at)).isEqualTo(terminal.counts(COUNTED.get(at)));
            assertThat(tableOf(seen, 1 + at)).isEqualTo(terminal.counts(COUNTED.get(at)));
        }
        assertNothingIsWrong(seen);
    }

    @Test
    void aPolicyThatRefusesItsScriptsIsNoticed() throws Exception {
        report();

        JsonNode seen = browser.openWithoutItsScripts(page);

        assertThat(seen.get("charts")).isEmpty();
        assertThat(texts(seen.get("refused"))).contains("script-src-elem");
        assertThat(seen.get("tables")).hasSize(7);
    }

    @Test
    void namesAreTextsWhateverTheySay() throws Exception {
        String product = "<script>owned = 1</script>";
        String group = "\"'><img src=x onerror=owned=1><!--\u2028&amp;";
        String device = "</script><script>owned = 1</script>";
        scene.value("const g = products.create({name: %s}).createGroup({name: %s}); "
                        .formatted(quoted(product), quoted(group))
                + "g.update({description: '</td>'}); const d = devices.get('thermo-0001').assignTo(g); "
                + "sandbox.setOnline(d.rename(%s), false).id".formatted(quoted(device)));

        report("--group", group, "--title", "</title><script>owned = 1</script>");
        JsonNode seen = browser.open(page);

        assertThat(seen.get("title").asString()).isEqualTo("</title><script>owned = 1</script>");
        assertThat(bars(seen, 0)).isEqualTo(Map.of(product, List.of(0L, 1L)));
        assertThat(bars(seen, 5)).isEqualTo(Map.of(group, List.of(0L, 1L)));
        JsonNode offline = seen.get("tables").get(6).get(1);
        assertThat(texts(offline).subList(0, 2)).containsExactly(device, group);
        assertNothingIsWrong(seen);
    }

    private TerminalReport report(String... words) {
        List<String> all = new ArrayList<>(List.of("--html", page.toString()));
        all.addAll(List.of(words));
        CommandLineRun run = scene.run("fleet-report", all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.toString()).isZero();
        return new TerminalReport(run.out());
    }

    /** Nothing was asked for, nothing refused, and nothing ran but our scripts: data, the library, what draws, the watcher. */
    private static void assertNothingIsWrong(JsonNode seen) {
        assertThat(seen.get("requests")).isEmpty();
        assertThat(seen.get("refused")).isEmpty();
        assertThat(seen.get("owned").asBoolean()).isFalse();
        assertThat(seen.get("images").asInt()).isZero();
        assertThat(seen.get("scripts").asInt()).isEqualTo(4);
    }

    private static Map<String, List<Long>> bars(JsonNode seen, int chart) {
        JsonNode data = seen.get("charts").get(chart);
        Map<String, List<Long>> bars = new LinkedHashMap<>();
        for (int at = 0; at < data.get("labels").size(); at++) {
            List<Long> values = new ArrayList<>();
            for (JsonNode series : data.get("series")) {
                values.add(series.get(at).asLong());
            }
            bars.put(data.get("labels").get(at).asString(), values);
        }
        return bars;
    }

    private static Map<String, List<Long>> tableOf(JsonNode seen, int table) {
        Map<String, List<Long>> rows = new LinkedHashMap<>();
        List<JsonNode> lines = List.copyOf(seen.get("tables").get(table).values());
        lines.subList(1, lines.size())
                .forEach(row -> rows.put(
                        row.get(0).asString(), List.of(Long.parseLong(row.get(1).asString()))));
        return rows;
    }

    private static List<String> texts(JsonNode list) {
        return list.values().stream().map(JsonNode::asString).toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\u2028", "\\u2028") + "'";
    }

    /** The tables and bars that the program printed, read back. */
    private record TerminalReport(String text) {
        private List<List<String>> lines(String title) {
            String part = (text + "\n").split("(?m)^" + title + "\n")[1].split("\n\n")[0];
            return part.lines()
                    .map(line -> List.of(line.strip().split(" {2,}")))
                    .toList();
        }

        Map<String, List<Long>> counts(String title) {
            Map<String, List<Long>> counts = new LinkedHashMap<>();
            lines(title).forEach(line -> counts.put(line.get(0), List.of(Long.parseLong(line.get(1)))));
            return counts;
        }

        Map<String, List<Long>> columns(String title, String name, String... numbers) {
            List<String> heads = lines(title).get(0);
            Map<String, List<Long>> rows = new LinkedHashMap<>();
            for (List<String> line : lines(title).subList(1, lines(title).size())) {
                List<Long> values = new ArrayList<>();
                for (String number : numbers) {
                    values.add(Long.parseLong(line.get(heads.indexOf(number))));
                }
                rows.put(line.get(heads.indexOf(name)), values);
            }
            return rows;
        }
    }
}
