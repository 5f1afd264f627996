package io.impsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the pages show is what happens. */
@Isolated("the time zone is another one meanwhile")
class DocsTest {
    private static final Set<String> LANGUAGES =
            Set.of(CodeBlock.SCRIPT, CodeBlock.TRANSCRIPT, "text", "sh", "toml", "json");
    private static final TimeZone OWN = TimeZone.getDefault();

    /** Tables show local times. */
    @BeforeAll
    static void useTheTimesOfThePages() {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    }

    @AfterAll
    static void useOwnTimes() {
        TimeZone.setDefault(OWN);
    }

    static Stream<MarkdownPage> pagesThatAreRun() throws IOException {
        return MarkdownPage.all().stream().filter(page -> page.blocks().stream().anyMatch(CodeBlock::isRun));
    }

    @ParameterizedTest
    @MethodSource("pagesThatAreRun")
    void everyBlockDoesWhatItShows(MarkdownPage page, @TempDir Path folder) throws IOException {
        try (PageRun run = new PageRun(page, folder)) {
            run.run();
        }
    }

    @Test
    void everyBlockSaysWhatItIs() throws IOException {
        for (MarkdownPage page : MarkdownPage.all()) {
            assertThat(page.blocks())
                    .allSatisfy(block ->
                            assertThat(block.language()).as(block.place()).isIn(LANGUAGES));
        }
    }
}
