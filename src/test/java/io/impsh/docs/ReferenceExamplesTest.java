package io.impsh.docs;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.impsh.script.MemberDoc;
import io.impsh.script.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that help shows can be typed. */
class ReferenceExamplesTest {
    private static final String LEAVES = "exit(";

    /** Its examples change the present directory: EquivalentsIT runs them in one of their own. */
    private static final String OF_A_DIRECTORY = "Project";

    static List<String> types() {
        return new Registry()
                .typeNames().stream()
                        .filter(type -> !type.equals(OF_A_DIRECTORY))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyExampleRuns(String type, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.writeString(folder.resolve("data.json"), "{}");
        Files.writeString(folder.resolve("devices.csv"), "device\nthermo-0001\n");
        Files.writeString(folder.resolve("setup.js"), "let ready = true");
        Files.writeString(folder.resolve("webhooks.toml"), "[[webhook]]\nevent = 'blessing'\n");
        try (Conversation conversation = Conversation.quick(new ScratchFolder(folder))) {
            new Registry()
                    .members(type).stream()
                            .map(MemberDoc::example)
                            .filter(Objects::nonNull)
                            .filter(example -> !example.startsWith(LEAVES))
                            .forEach(example -> assertThatCode(() -> conversation.evaluate(example))
                                    .as(example)
                                    .doesNotThrowAnyException());
        }
    }
}
