package io.impsh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.profile.ProjectFile.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheVendorsToolWroteIsReadAndKept() throws Exception {
        Path file = Files.writeString(
                folder.resolve(".impt.project"),
                "{\"deviceGroupId\": \"g\", \"deviceFile\": \"d.nut\", \"agentFile\": \"a.nut\", \"other\": [1]}");
        ProjectFile project = new ProjectFile(folder);

        assertThat(project.isThere()).isTrue();
        assertThat(project.read()).isEqualTo(new Content("g", "d.nut", "a.nut"));
        project.write(new Content("h", "d2.nut", "a.nut"));
        assertThat(project.read()).isEqualTo(new Content("h", "d2.nut", "a.nut"));
        assertThat(Files.readString(file)).contains("\"other\"");
        project.remove();
        assertThat(project.isThere()).isFalse();
        project.remove();
    }

    @Test
    void membersMayBeMissing() throws Exception {
        Files.writeString(folder.resolve(".impt.project"), "{\"deviceFile\": null}");

        assertThat(new ProjectFile(folder).read()).isEqualTo(new Content(null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                []                      | .impt.project: holds no JSON object
                {"deviceFile": 7}       | .impt.project: deviceFile is no text
                """)
    void aBrokenFileIsSaidToBeBrokenAndLeftAlone(String content, String message) throws Exception {
        Path file = Files.writeString(folder.resolve(".impt.project"), content);
        ProjectFile project = new ProjectFile(folder);

        assertThatThrownBy(project::read).isInstanceOf(UserException.class).hasMessage(message);
        assertThat(Files.readString(file)).isEqualTo(content);
    }

    @Test
    void aCutOffFileIsNotReplaced() throws Exception {
        Path file = Files.writeString(folder.resolve(".impt.project"), "{\"deviceGroupId\": \"g");
        ProjectFile project = new ProjectFile(folder);

        assertThatThrownBy(() -> project.write(new Content("h", null, null)))
                .isInstanceOf(UserException.class)
                .hasMessage(".impt.project: is not JSON (line 1)");
        assertThat(Files.readString(file)).isEqualTo("{\"deviceGroupId\": \"g");
    }
}
