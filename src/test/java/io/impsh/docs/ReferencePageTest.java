package io.impsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Dimpsh.write.reference=true} it writes the page that it compares otherwise. */
class ReferencePageTest {
    private static final Path FILE = MarkdownPage.FOLDER.resolve("reference.md");

    @Test
    void isWhatTheRegistryKnows() throws IOException {
        String page = ReferencePage.text();
        if (Boolean.getBoolean("impsh.write.reference")) {
            Files.writeString(FILE, page);
        }
        assertThat(FILE)
                .as("written anew by: mvn test -Dtest=ReferencePageTest -Dimpsh.write.reference=true")
                .hasContent(page);
    }
}
