package io.impsh.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.script.Input;
import io.impsh.script.SavedScripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptLibraryTest {
    @TempDir
    Path folder;

    private final FakeIo io = new FakeIo();
    private Path own;
    private Path ours;
    private ScriptLibrary library;

    @BeforeEach
    void folders() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
        ours = Files.createDirectory(folder.resolve("ours"));
        library = new ScriptLibrary(List.of(own, ours, folder.resolve("missing")), Map.of());
        write(ours, "release", "Releases. Slowly.");
        write(ours, "report", "Reports.");
    }

    @Test
    void theUsersOwnScriptHidesOursAndThatIsSaid() {
        write(own, "release", "My own.");

        SavedScripts.Prepared prepared = library.prepare(new Input.Saved("release", Map.of(), List.of()), null, io);

        assertThat(prepared.text()).contains("My own.");
        assertThat(prepared.sourceName()).isEqualTo("release.js");
        assertThat(io.notices)
                .containsExactly("release is your own " + own.resolve("release.js") + ", which hides "
                        + ours.resolve("release.js"));
    }

    @Test
    void sharedPiecesComeFromBesideTheScriptThenFromTheFolders() throws IOException {
        Path beside = Files.createDirectory(folder.resolve("beside"));
        writePiece(ours, "a", "1");
        writePiece(ours, "b", "2");
        writePiece(own, "b", "3");
        writePiece(ours, "c", "4");
        writePiece(beside, "c", "5");

        assertThat(library.piece("lib/a.js", beside)).isEqualTo(new SavedScripts.Piece("lib/a.js", "1"));
        assertThat(library.piece("lib/b.js", beside).text()).isEqualTo("3");
        assertThat(library.piece("lib/c.js", beside).text()).isEqualTo("5");
        assertThat(library.piece("lib/c.js", null).text()).isEqualTo("4");
        assertThat(library.list()).extracting(SavedScripts.Summary::name).containsExactly("release", "report");
        assertThatThrownBy(() -> library.piece("lib/d.js", beside))
                .hasMessage("there is no shared piece 'lib/d.js'")
                .isInstanceOfSatisfying(UsageException.class, wrong -> assertThat(wrong.hint())
                        .isEqualTo(
                                "pieces are looked for beside the script and in the folders of the library; ./lib/d.js"
                                        + " is a file of the present directory"));
        assertThatThrownBy(() -> library.piece("lib/../release.js", beside)).isInstanceOf(UsageException.class);
    }

    private static void writePiece(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/" + name + ".js"), text);
    }

    @Test
    void listsEachNameOnce() {
        write(own, "release", "My own.");
        write(own, "wrong", "");

        assertThat(library.list())
                .containsExactly(
                        new SavedScripts.Summary("release", "My own"),
                        new SavedScripts.Summary("report", "Reports"),
                        new SavedScripts.Summary("wrong", "wrong.js:1: the header has no description"));
    }

    @Test
    void searchesNamesDescriptionsAndParametersInWhateverCase() throws IOException {
        Files.writeString(own.resolve("move.js"), "/**\n * Moves.\n * @param {group} unbondAt from here\n */\n1");
        write(own, "wrong", "");

        assertThat(library.search("REL")).extracting(SavedScripts.Summary::name).containsExactly("release");
        assertThat(library.search("slowly"))
                .extracting(SavedScripts.Summary::name)
                .containsExactly("release");
        assertThat(library.search("unbond-at")).containsExactly(new SavedScripts.Summary("move", "Moves"));
        assertThat(library.search("from here")).containsExactly(new SavedScripts.Summary("move", "Moves"));
        assertThat(library.search("wron"))
                .extracting(SavedScripts.Summary::name)
                .containsExactly("wrong");
        assertThat(library.search("nothing has it")).isEmpty();
    }

    @Test
    void aFileIsNamedAsSuchAndRunsFromAnywhere() {
        Path file = folder.resolve("elsewhere.js");
        write(folder, "elsewhere", "Elsewhere.");

        SavedScripts.Prepared prepared =
                library.prepare(new Input.Saved(file.toString(), Map.of(), List.of("word")), null, io);

        assertThat(prepared.sourceName()).isEqualTo(file.toString());
        assertThat(prepared.args()).containsExactly("word");
        assertThat(io.notices).isEmpty();
    }

    @Test
    void aHashbangBecomesACommentOfTheSameLength() throws IOException {
        Files.writeString(own.resolve("hash.js"), "#!/usr/bin/env impsh\n1");

        assertThat(library.find("hash").text()).isEqualTo("///usr/bin/env impsh\n1");
    }

    @Test
    void aByteOrderMarkBeforeItIsLeftOut() throws IOException {
        Files.writeString(own.resolve("marked.js"), "\uFEFF#!/usr/bin/env impsh\r\n1");

        assertThat(library.find("marked").text()).isEqualTo("///usr/bin/env impsh\r\n1");
    }

    @Test
    void aFolderIsCalledSo() {
        assertThatThrownBy(() -> library.find(own.toString())).hasMessage("'" + own + "' is a folder, not a file");
    }

    @Test
    void neverLooksInThePresentDirectory() {
        assertThat(Path.of("pom.xml")).exists();
        assertThatThrownBy(() -> library.find("pom.xml")).hasMessage("no saved script is called 'pom.xml'");
    }

    @Test
    void namesTheNearest() {
        assertThatThrownBy(() -> library.find("relase"))
                .isInstanceOfSatisfying(UsageException.class, wrong -> assertThat(wrong.hint())
                        .isEqualTo("impsh scripts lists them; a file is named with ./ or .js"))
                .hasMessage("no saved script is called 'relase'; did you mean release?");
        assertThatThrownBy(() -> library.find("./relase.js")).hasMessage("there is no file './relase.js'");
    }

    private static void write(Path folder, String name, String description) {
        try {
            Files.writeString(folder.resolve(name + ".js"), "/** " + description + " */\n1");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
