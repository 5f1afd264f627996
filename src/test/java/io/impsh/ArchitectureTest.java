package io.impsh;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may import what, and why: the table of packages as a test. */
class ArchitectureTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final int LINES = 500;
    private static final String EXCUSE = "// Longer than 500 lines because";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.impsh");

    /** One package, the packages of ours that it may import, and what would be lost if it imported more. */
    record Package(String name, List<String> mayImport, String because) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Package> packages() {
        return List.of(
                new Package("root", List.of(), "everything imports it, so it can import nothing"),
                new Package("model", List.of("root"), "facts about entities hold without a network or a screen"),
                new Package("api", List.of("root", "model"), "the client can be used, and tested, without a shell"),
                new Package(
                        "profile",
                        List.of("root", "model", "api"),
                        "where a credential comes from has nothing to do with what is done with it"),
                new Package(
                        "bulk",
                        List.of("root", "model", "api"),
                        "changing many things safely must not depend on who asked for it, or how"),
                new Package(
                        "logs",
                        List.of("root", "model", "api"),
                        "that no line is lost or doubled must hold whoever reads them, and can be tested without a screen"),
                new Package(
                        "script",
                        List.of("root", "model", "api", "logs", "profile", "bulk"),
                        "the language returns values; how they look is for output to say"),
                new Package(
                        "library", List.of("root", "bulk", "script"), "a saved script reaches the cloud as any other"),
                new Package(
                        "output",
                        List.of("root", "model", "bulk", "script", "library"),
                        "what prints a value must not be able to ask the cloud for one"),
                new Package(
                        "shell",
                        List.of("root", "model", "api", "profile", "bulk", "script", "library", "output"),
                        "only the entry is built on top of the terminal"),
                new Package(
                        "sandbox",
                        List.of(),
                        "a cloud that shares code with the client cannot contradict the client's mistakes"));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void importsOnlyWhatTheTableAllows(Package subject) {
        String[] allowed = Stream.concat(Stream.of(subject.name()), subject.mayImport().stream())
                .map(ArchitectureTest::pattern)
                .toArray(String[]::new);
        check(classes()
                .that()
                .resideInAPackage(pattern(subject.name()))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.impsh..")).or(resideInAnyPackage(allowed)))
                .because(subject.because()));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("io.impsh.(*)..")
                .should()
                .beFreeOfCycles()
                .because("input goes down the chain and comes back as values; nothing reaches back up"));
    }

    @Test
    void shellTakesOnlyTheLogFeedFromApi() {
        check(noClasses()
                .that()
                .resideInAPackage("io.impsh.shell..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.impsh.api..")
                        .and(not(simpleNameStartingWith("Log").or(isNestedInALogClass()))))
                .because("requests are made by the language, so that all of them can be cancelled and run dry"));
    }

    /** Third-party packages, the packages of ours that may use them, and why no others. */
    record Fence(String library, String[] packages, String[] mayUse, String because) {
        @Override
        public String toString() {
            return library;
        }
    }

    static List<Fence> fences() {
        String[] jackson = {"api", "profile", "bulk", "script", "output", "sandbox"};
        return List.of(
                new Fence(
                        "OkHttp",
                        new String[] {"okhttp3..", "okio..", "kotlin.."},
                        new String[] {"api"},
                        "what goes over the wire, and how often, is decided in one place"),
                new Fence(
                        "GraalVM",
                        new String[] {"org.graalvm..", "com.oracle.truffle.."},
                        new String[] {"script"},
                        "the engine's values are bound to its one thread and must not get about"),
                new Fence(
                        "JLine",
                        new String[] {"org.jline.."},
                        new String[] {"shell", "output"},
                        "everything else works without a terminal, and a later JLine is a change of one package"),
                new Fence(
                        "picocli",
                        new String[] {"picocli.."},
                        new String[] {"cli"},
                        "it takes long to load, and only the entry knows of options"),
                new Fence(
                        "java-diff-utils",
                        new String[] {"com.github.difflib.."},
                        new String[] {"script"},
                        "what is different between two builds is a value of the language, whatever finds it"),
                new Fence(
                        "Jackson",
                        new String[] {"tools.jackson.."},
                        jackson,
                        "JSON is a matter of the edges: the service, files and what is printed"),
                new Fence(
                        "Jackson's annotations",
                        new String[] {"com.fasterxml.jackson.annotation.."},
                        Stream.concat(Stream.of("model"), Stream.of(jackson)).toArray(String[]::new),
                        "records say their JSON names themselves; nothing but the edges reads them"),
                new Fence(
                        "Jackson's CSV",
                        new String[] {"tools.jackson.dataformat.csv.."},
                        new String[] {"script", "output"},
                        "tables come and go with scripts and results"),
                new Fence(
                        "Jackson's TOML",
                        new String[] {"tools.jackson.dataformat.toml.."},
                        new String[] {"profile"},
                        "only our own configuration is TOML"));
    }

    @ParameterizedTest
    @MethodSource("fences")
    void keepsLibrariesInTheirFences(Fence fence) {
        String[] allowed =
                Stream.of(fence.mayUse()).map(ArchitectureTest::pattern).toArray(String[]::new);
        check(noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(fence.packages())
                .because(fence.because()));
    }

    @Test
    void onlyTheSandboxServes() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("io.impsh.sandbox.http..")
                .should()
                .dependOnClassesThat(assignableTo(ServerSocket.class)
                        .or(assignableTo(ServerSocketChannel.class))
                        .or(resideInAPackage("com.sun.net.httpserver..")))
                .because("the program serves nobody but in the sandbox"));
    }

    @Test
    void theHttpServerKnowsNoCloud() {
        check(classes()
                .that()
                .resideInAPackage("io.impsh.sandbox.http..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "io.impsh.sandbox.http.."))
                .because("how requests are read has nothing to do with what they ask for"));
    }

    @Test
    void outputTakesOnlyStyledStringsFromJLine() {
        check(noClasses()
                .that()
                .resideInAPackage("io.impsh.output..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.jline..").and(not(resideInAPackage("org.jline.utils"))))
                .because("text is made without a terminal: results go to files and pipes too"));
    }

    @Test
    void namesSayTheJob() {
        check(classes()
                .should()
                .haveNameNotMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Base)")
                .because("such a name says nothing that a newcomer could look for"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("two shells in one process, as in the tests, must not see each other"));
        check(noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(assignableTo(ConcurrentMap.class)
                        .or(resideInAPackage("java.util.concurrent.atomic"))
                        .or(assignableTo(ThreadLocal.class))
                        .or(assignableTo(StringBuilder.class)))
                .because("a final field of a type that exists to be changed is a changing one"));
    }

    @ParameterizedTest
    @MethodSource("sourceFolders")
    void everyPackageSaysItsJob(Path folder) {
        Path file = folder.resolve("package-info.java");
        assertThat(file).as("the package's own description").exists();
        assertThat(FIRST_SENTENCE.matcher(read(file)).find())
                .as("%s begins with a comment whose first sentence is the package's one job", file)
                .isTrue();
    }

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^/\\*\\*\\s+\\* \\w[\\s\\S]{20,}?\\.\\s");

    /** The largest package is flat, and has a map instead. */
    @Test
    void theMapNamesEveryClassOfBulk() {
        String map = read(Path.of("docs/architecture.md"));
        assertThat(sourceFiles()
                        .filter(file -> file.getParent().endsWith("bulk"))
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .filter(name -> !name.equals("package-info") && !map.contains("`" + name + "`")))
                .as("classes that 'Where to look in bulk' in docs/architecture.md does not name")
                .isEmpty();
    }

    @Test
    void filesStaySmall() {
        assertThat(sourceFiles()
                        .filter(file -> read(file).lines().count() > LINES)
                        .filter(file -> !read(file).contains(EXCUSE)))
                .as("files of more than %d lines that do not say why: '%s ...'", LINES, EXCUSE)
                .isEmpty();
    }

    private static String pattern(String name) {
        return name.equals("root") ? "io.impsh" : "io.impsh." + name + "..";
    }

    /** Packages are written one after the other: a rule about one that is still empty holds. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> isNestedInALogClass() {
        return DescribedPredicate.describe("nested in a Log class", type -> type.getEnclosingClass()
                .filter(outer -> outer.getSimpleName().startsWith("Log"))
                .isPresent());
    }

    private static Stream<Path> sourceFolders() {
        return sourceFiles().map(Path::getParent).distinct();
    }

    private static Stream<Path> sourceFiles() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
