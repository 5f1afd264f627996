package io.impsh.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    private Path home;

    @Test
    void areTheXdgFoldersBelowTheHome() {
        assertThat(all(Folders.of(Map.of(), home, null)))
                .containsExactly(
                        home.resolve(".config/impsh"),
                        home.resolve(".local/state/impsh"),
                        home.resolve(".cache/impsh"));
    }

    @Test
    void areWhereTheXdgVariablesSayUnlessThatIsNotAbsolute() {
        Map<String, String> environment = Map.of(
                "XDG_CONFIG_HOME", home.resolve("c").toString(),
                "XDG_STATE_HOME", "relative",
                "XDG_CACHE_HOME", "");

        assertThat(all(Folders.of(environment, home, null)))
                .containsExactly(
                        home.resolve("c/impsh"), home.resolve(".local/state/impsh"), home.resolve(".cache/impsh"));
    }

    @Test
    void areAllMovedByOneVariable() {
        Map<String, String> environment = Map.of(
                "IMPSH_HOME", home.resolve("h").toString(),
                "XDG_CONFIG_HOME", home.resolve("c").toString());

        assertThat(all(Folders.of(environment, home, null)))
                .containsExactly(home.resolve("h/config"), home.resolve("h/state"), home.resolve("h/cache"));
    }

    @Test
    void theLauncherMovesTheCache() {
        Folders folders = Folders.of(Map.of(), home, home.resolve("elsewhere").toString());

        assertThat(folders.cache()).contains(home.resolve("elsewhere"));
    }

    @Test
    void nothingIsMadeBeforeItIsAskedForAndThenForTheOwnerOnly() throws Exception {
        Folders folders = Folders.of(Map.of(), home, null);
        folders.configFile("config.toml");
        assertThat(home).isEmptyDirectory();

        folders.state();

        assertThat(permissions(home.resolve(".local/state/impsh"))).isEqualTo("rwx------");
    }

    @Test
    void whatCannotBeMadeIsEmpty() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "");

        assertThat(Folders.of(Map.of("IMPSH_HOME", file.toString()), home, null).state())
                .isEmpty();
        assertThat(Folders.writePrivate(file.resolve("x"), new byte[0])).isFalse();
    }

    @Test
    void aFileIsReplacedAsAWholeAndForTheOwnerOnly() throws Exception {
        Path file = Files.writeString(home.resolve("history"), "old");

        assertThat(Folders.writePrivate(file, "new".getBytes(StandardCharsets.UTF_8)))
                .isTrue();

        assertThat(file).hasContent("new");
        assertThat(permissions(file)).isEqualTo("rw-------");
        try (Stream<Path> left = Files.list(home)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aLinkStaysALink() throws Exception {
        Path file = Files.writeString(home.resolve("real"), "old");
        Path link = Files.createSymbolicLink(home.resolve("link"), file);

        Folders.writePrivate(link, "new".getBytes(StandardCharsets.UTF_8));

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
    }

    private static List<Path> all(Folders folders) {
        return List.of(
                folders.config().orElseThrow(),
                folders.state().orElseThrow(),
                folders.cache().orElseThrow());
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aFileInAFolderThatIsMissingMakesTheFolder() throws Exception {
        Path file = home.resolve("names/of/account.tsv");

        assertThat(Folders.writePrivate(file, "x".getBytes(StandardCharsets.UTF_8)))
                .isTrue();

        assertThat(file).hasContent("x");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }
}
