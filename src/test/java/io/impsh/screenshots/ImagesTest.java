package io.impsh.screenshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pictures, their scenarios and the pages that show them belong together. */
class ImagesTest {
    private static final Pattern SHOWN = Pattern.compile("!\\[[^\\]]+]\\(([^)]+)\\)");

    /** By {@code src/screenshots/report}, from a page in a browser. */
    private static final Path REPORT = Scenario.IMAGES.resolve("fleet-report.png");

    private static final long LARGEST_REPORT = 150_000;

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Scenario.IMAGES)) {
            return files.collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<Path> drawn() throws IOException {
        Set<Path> drawn = files();
        drawn.remove(REPORT);
        return drawn;
    }

    private static Set<Path> shown() throws IOException {
        Set<Path> shown = new TreeSet<>();
        try (Stream<Path> pages = Stream.concat(Stream.of(Path.of("README.md")), Files.list(Path.of("docs")))) {
            for (Path page :
                    pages.filter(page -> page.toString().endsWith(".md")).toList()) {
                SHOWN.matcher(Files.readString(page))
                        .results()
                        .map(image -> Path.of("")
                                .resolve(page)
                                .resolveSibling(image.group(1))
                                .normalize())
                        .forEach(shown::add);
            }
        }
        return shown;
    }

    @Test
    void everyPictureHasAScenario() throws IOException {
        assertThat(drawn())
                .as("run src/screenshots/make")
                .containsExactlyElementsOf(
                        Scenario.all().stream().map(Scenario::image).toList());
    }

    @Test
    void theReportIsAPictureOfModestSize() throws IOException {
        assertThat(REPORT).as("run src/screenshots/report").exists();
        assertThat(Files.size(REPORT)).isLessThan(LARGEST_REPORT);
    }

    @Test
    void everyPictureIsShownAndEveryShownOneIsThere() throws IOException {
        assertThat(shown()).containsExactlyElementsOf(files());
    }

    @Test
    void picturesNeedNothingFromElsewhere() throws IOException {
        for (Path image : drawn()) {
            assertThat(Files.readString(image))
                    .as(image.toString())
                    .doesNotContainPattern("href|url\\(|@import|<script|/work|/root|/tmp");
        }
    }

    @Test
    void aLineThatIsNotUnderstoodIsRefused() {
        assertThatThrownBy(() -> Scenario.read("typo", List.of("# What is seen", "entre devices")))
                .hasMessage("typo.keys: what is 'entre devices'?");
    }
}
