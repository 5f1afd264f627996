package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that scripts can call is explained, with an example that works. */
class HelpCoverageTest {
    private static final Registry REGISTRY = new Registry();

    @TempDir
    Path folder;

    static Stream<MemberDoc> members() {
        return REGISTRY.types().stream().flatMap(type -> type.docs().stream());
    }

    static Stream<MemberDoc> methods() {
        return members().filter(doc -> doc.kind() == MemberDoc.Kind.METHOD);
    }

    @ParameterizedTest
    @MethodSource("members")
    void hasATextAndAType(MemberDoc doc) {
        assertThat(doc.text()).isNotBlank();
        assertThat(doc.summary()).doesNotEndWith(".").hasSizeLessThan(100);
        assertThat(doc.returns()).isNotBlank();
        assertThat(doc.arguments()).allSatisfy(HelpCoverageTest::hasText);
    }

    private static void hasText(Argument argument) {
        assertThat(argument.text()).isNotBlank();
        assertThat(argument.type()).isNotBlank();
        assertThat(argument.options()).allSatisfy(HelpCoverageTest::hasText);
    }

    /** Those of a project change the present directory: ProjectIT runs them. */
    static Stream<MemberDoc> methodsThatLeaveTheDirectoryAlone() {
        return methods().filter(doc -> !doc.owner().equals("Project"));
    }

    /** Each in a session of its own, as many change what others need. */
    @ParameterizedTest
    @MethodSource("methodsThatLeaveTheDirectoryAlone")
    void hasAnExampleThatRuns(MemberDoc doc) throws IOException {
        assertThat(doc.example()).isNotBlank();
        try (SandboxSession cloud =
                SandboxSession.with().scripts(new EchoScripts()).start()) {
            Throwable failure = catchThrowable(() -> cloud.show(inFolder(doc.example())));
            if (doc.name().equals("exit")) {
                assertThat(failure).isInstanceOf(ExitRequested.class);
            } else {
                assertThat(failure).isNull();
            }
        }
    }

    /** The example with its files in the temporary folder. */
    private String inFolder(String example) throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "hello");
        Files.writeString(folder.resolve("data.json"), "{\"a\": 1}");
        Files.writeString(folder.resolve("devices.csv"), "device,to\nthermo-0001,Line 2\n");
        Files.writeString(folder.resolve("setup.js"), "let prepared = true");
        Files.writeString(folder.resolve("webhooks.toml"), "[[webhook]]\nevent = 'blessing'\n");
        return example.replaceAll("'(?!chart)([a-z-]+\\.(txt|json|csv|js|toml)|saved/)'", "'" + folder + "/$1'");
    }

    @Test
    void everyTypeAndMethodHasAPage() {
        try (SandboxSession cloud = SandboxSession.start()) {
            for (String type : REGISTRY.typeNames()) {
                assertThat(cloud.show("help('" + type + "')")).isEqualTo("help: " + type);
            }
            members().forEach(doc -> assertThat(cloud.show("help('" + doc.owner() + "." + doc.name() + "')"))
                    .isEqualTo("help: " + OwnerWords.path(doc, doc.name())));
        }
    }

    @Test
    void typesThatAreNamedExist() {
        List<String> known = REGISTRY.typeNames();
        assertThat(members().map(MemberDoc::returns).flatMap(types -> Stream.of(types.split("[^A-Za-z]+"))))
                .filteredOn(word -> !word.isEmpty() && Character.isUpperCase(word.charAt(0)))
                .isSubsetOf(Stream.concat(
                                known.stream(),
                                Stream.of(
                                        "Date",
                                        "Record",
                                        "HelpPage",
                                        "Counts",
                                        "OutcomeCounts",
                                        "PlanItem",
                                        "ReportItem"))
                        .toList());
    }

    /** Scripts that do nothing but give their parameters back. */
    private static final class EchoScripts implements SavedScripts {
        @Override
        public Prepared prepare(Input.Saved wanted, EntityLookup lookup, ScriptIo io) {
            return new Prepared(wanted.name(), "params", null, wanted.parameters(), wanted.args());
        }

        @Override
        public List<Summary> list() {
            return List.of();
        }
    }
}
