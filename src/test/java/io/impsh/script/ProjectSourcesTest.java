package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which sources may be removed with a project: its file may have come with somebody else's checkout. */
class ProjectSourcesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"../a.nut", "/etc/a.nut", "src/../../a.nut"})
    void whatIsElsewhereIsLeftAlone(String source) throws Exception {
        assertThatThrownBy(project(source)::requireRemovableSources)
                .isInstanceOf(UserException.class)
                .hasMessage(".impt.project names " + source
                        + " as a source, which is not in this directory; nothing was removed");
    }

    @Test
    void soIsAFolder() throws Exception {
        Files.createDirectory(folder.resolve("src"));

        assertThatThrownBy(project("src")::requireRemovableSources)
                .hasMessage(".impt.project names src as a source, which is a folder; nothing was removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.nut", "src/a.nut", "./a.nut"})
    void whatIsBesideItMayGo(String source) throws Exception {
        assertThatCode(project(source)::requireRemovableSources).doesNotThrowAnyException();
    }

    private Project project(String source) throws Exception {
        Files.writeString(
                folder.resolve(".impt.project"), "{\"deviceFile\": \"" + source + "\", \"agentFile\": \"b.nut\"}");
        return new Project(folder);
    }
}
