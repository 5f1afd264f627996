package io.impsh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.profile.Settings.Color;
import io.impsh.profile.Settings.Keys;
import io.impsh.profile.Settings.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredSettingsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("config.toml");
    }

    @Test
    void aMissingFileSaysNothing() {
        ConfiguredSettings configured = ProfilesFile.read(file).settings();
        assertThat(configured).isEqualTo(new ConfiguredSettings(Settings.usual(), configured.said(), List.of()));
        assertThat(configured.said()).isEmpty();
    }

    @Test
    void everySettingIsRead() throws IOException {
        ConfiguredSettings configured = read("""
                [shell]
                suggestions = false
                keys = "vi"
                color = "always"
                theme = "light"
                rows = 30
                pager = false
                output = "json"
                """);
        assertThat(configured.settings())
                .isEqualTo(new Settings(false, Keys.VI, Color.ALWAYS, Theme.LIGHT, 30, false, "json"));
        assertThat(configured.said()).containsExactlyElementsOf(Setting.keys());
        assertThat(configured.problems()).isEmpty();
    }

    @Test
    void aWrongValueIsSaidWithItsLineAndTheOthersHold() throws IOException {
        ConfiguredSettings configured = read("""
                default = "lab"
                [profiles.lab]
                rows = 1

                [ shell ]   # mine
                rows = "many"
                pager = "off"
                theme = "grey"
                "keys" = "vi"
                """);
        assertThat(texts(configured)).isEqualTo("""
                line 8: [shell] theme cannot be "grey"
                  theme is "auto", "dark" or "light"
                line 6: [shell] rows cannot be "many"
                  rows is a number from 0 to 100000
                line 7: [shell] pager cannot be "off"
                  pager is true or false
                """);
        assertThat(configured.settings()).isEqualTo(Settings.usual().withKeys(Keys.VI));
        assertThat(configured.said()).containsExactly("keys");
    }

    @Test
    void shellMustBeATable() throws IOException {
        assertThat(texts(read("shell = 1\n"))).isEqualTo("""
                line 1: shell is no table
                  write [shell], and the settings below it
                """);
    }

    @Test
    void keysThatMeanNothingAreFound() throws IOException {
        Files.writeString(file, """
                defalt = "lab"
                shel.rows = 3

                [shell]
                rowz = 3

                [profiles.lab]
                cloud = "azure"
                producton = true
                [profiles."two words"]
                x = {y = 1}
                """);
        List<String> found = ProfilesFile.read(file).unknownKeys().stream()
                .map(key -> key.place().replace(file + ", ", "") + ": " + key.key() + " in " + key.table())
                .toList();
        assertThat(found)
                .containsExactly(
                        "line 1: defalt in ",
                        "line 2: shel in ",
                        "line 5: rowz in [shell]",
                        "line 9: producton in [profiles.lab]",
                        "line 11: x in [profiles.two words]");
    }

    @Test
    void aProfileSaysHowManyRequestsASecondAndHowManyLogStreams() throws IOException {
        Files.writeString(file, """
                [profiles.lab]
                requests_per_second = 5
                max_log_streams = 3
                [profiles.all]
                [profiles.none]
                requests_per_second = 0
                [profiles.word]
                requests_per_second = "5"
                [profiles.many]
                max_log_streams = 101
                """);
        ProfilesFile profiles = ProfilesFile.read(file);

        assertThat(profiles.unknownKeys()).isEmpty();
        assertThat(profiles.profile("lab").requestsPerSecond()).isEqualTo(5);
        assertThat(profiles.profile("lab").maxLogStreams()).isEqualTo(3);
        assertThat(profiles.profile("all").requestsPerSecond()).isNull();
        assertThat(profiles.profile("all").maxLogStreams()).isNull();
        for (String name : List.of("none", "word")) {
            assertThatThrownBy(() -> profiles.profile(name))
                    .hasMessage(file + ": profile " + name + ": requests_per_second is no whole number from 1 to 1000");
        }
        assertThatThrownBy(() -> profiles.profile("many"))
                .hasMessage(file + ": profile many: max_log_streams is no whole number from 1 to 100");
    }

    private String texts(ConfiguredSettings configured) {
        return configured.problems().stream().map(this::text).collect(Collectors.joining());
    }

    private String text(UserException problem) {
        return problem.getMessage().replace(file + ", ", "") + "\n  " + problem.hint() + "\n";
    }

    private ConfiguredSettings read(String text) throws IOException {
        Files.writeString(file, text);
        return ProfilesFile.read(file).settings();
    }
}
