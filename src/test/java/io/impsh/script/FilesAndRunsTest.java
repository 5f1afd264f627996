package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FilesAndRunsTest {
    private final TextScripts scripts = new TextScripts();

    @TempDir
    Path folder;

    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.with().scripts(scripts).start();
        cloud.run("let here = '" + folder + "/'");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private String content(String file) throws IOException {
        return Files.readString(folder.resolve(file)).replace("\r\n", "\n");
    }

    @Test
    void writesAndReadsTexts() throws IOException {
        cloud.run("files.write(here + 'a.txt', 'hällo')");
        assertThat(content("a.txt")).isEqualTo("hällo");
        assertThat(cloud.show("files.read(here + 'a.txt')")).isEqualTo("hällo");
    }

    @Test
    void writesAndReadsJson() throws IOException {
        cloud.run("files.write(here + 'a.json', {a: [1, new Date(0)], b: null})");
        assertThat(content("a.json"))
                .isEqualTo("{\n  \"a\": [\n    1,\n    \"1970-01-01T00:00:00.000Z\"\n  ],\n  \"b\": null\n}\n");
        assertThat(cloud.show("files.readJson(here + 'a.json').a[0] + 1")).isEqualTo("2");
        cloud.run("files.write(here + 'p.json', products.select('name'))");
        assertThat(cloud.show("files.readJson(here + 'p.json').map(p => p.name)"))
                .isEqualTo("['Thermostat', 'Tracker', 'Pump']");
    }

    @Test
    void aQueryWritesItselfAsJson() throws IOException {
        cloud.run("products.select('name', 'owner').limit(2).json(here + 'p.json')");
        assertThat(content("p.json")).matches("\\[\n\\{\"name\":\"Thermostat\".*},\n\\{\"name\":\"Tracker\".*}\n]\n");
        assertThat(cloud.show("JSON.stringify(files.readJson(here + 'p.json'))"
                        + " === JSON.stringify(JSON.parse(products.select('name', 'owner').limit(2).json()))"))
                .isEqualTo("true");
        cloud.run("products.where({name: 'none'}).json(here + 'p.json')");
        assertThat(cloud.show("files.readJson(here + 'p.json')")).isEqualTo("[]");
    }

    @Test
    void addsToAFileAndKnowsWhetherItIsThere() throws IOException {
        assertThat(cloud.show("files.exists(here + 'new/a.txt')")).isEqualTo("false");
        cloud.run("files.append(here + 'new/a.txt', 'one\\n')");
        cloud.run("files.append(here + 'new/a.txt', 'two\\n')");
        assertThat(content("new/a.txt")).isEqualTo("one\ntwo\n");
        assertThat(cloud.show("files.exists(here + 'new/a.txt')")).isEqualTo("true");
        assertThat(cloud.failure("files.append(here + 'new', 'x')"))
                .isEqualTo("FILE: cannot write " + folder + "/new: it is a folder");
    }

    @Test
    void writesAndReadsCsv() throws IOException {
        cloud.run("csv([{name: 'a,b', n: 1}, {name: 'say \"hi\"', n: null, more: true}], here + 'a.csv')");
        assertThat(content("a.csv")).isEqualTo("name,n,more\n\"a,b\",1,\n\"say \"\"hi\"\"\",,true\n");
        assertThat(cloud.show("files.readCsv(here + 'a.csv')"))
                .isEqualTo("[{name: 'a,b', n: '1', more: ''}, {name: 'say \"hi\"', n: '', more: 'true'}]");
        cloud.run("products.select('name', 'createdAt').csv(here + 'p.csv')");
        assertThat(content("p.csv")).isEqualTo("""
                        name,createdAt
                        Thermostat,2024-03-08T18:37:04.527Z
                        Tracker,2024-03-16T16:15:44.026Z
                        Pump,2024-03-22T07:43:20.811Z
                        """);
    }

    @Test
    void aTextThatASpreadsheetWouldTakeForAFormulaIsMadeHarmlessOnDemand() throws IOException {
        cloud.run(
                "csv([{a: '=1+1', b: '+1', c: '-1', d: '@x', e: -1, f: 'a=b'}], here + 'a.csv', {forSpreadsheets: true})");
        assertThat(content("a.csv")).isEqualTo("a,b,c,d,e,f\n'=1+1,'+1,'-1,'@x,-1,a=b\n");
        cloud.run("devices.first().rename('=1+1')");
        cloud.run("devices.limit(1).select('name', 'rssi').csv(here + 'd.csv', {forSpreadsheets: true})");
        assertThat(content("d.csv")).startsWith("name,rssi\n'=1+1,-");
        cloud.run("devices.limit(1).select('name').csv(here + 'd.csv')");
        assertThat(content("d.csv")).isEqualTo("name\n=1+1\n");
    }

    @Test
    void aListingThatFailsHalfWayLeavesTheFileAsItWas() throws IOException {
        String failing =
                "devices.filter(d => { if (d.name === 'thermo-0101') throw new Error('half-way'); return true })";
        for (String file : List.of("a.csv", "a.json")) {
            Files.writeString(folder.resolve(file), "as it was\n");
            String verb = file.substring(2);
            assertThat(cloud.failure(failing + "." + verb + "(here + '" + file + "')"))
                    .isEqualTo("SCRIPT_ERROR: Error: half-way");
            assertThat(content(file)).isEqualTo("as it was\n");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("a.csv", "a.json");
        }
    }

    @Test
    void aFileIsReplacedBehindItsLinkAndKeepsItsPermissions() throws IOException {
        Path target = Files.writeString(folder.resolve("target.csv"), "old");
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("target.csv"));
        cloud.run("csv([{a: 1}], here + 'link.csv')");
        assertThat(Files.isSymbolicLink(folder.resolve("link.csv"))).isTrue();
        assertThat(content("target.csv")).isEqualTo("a\n1\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r-----");
        Files.createSymbolicLink(folder.resolve("new.csv"), Path.of("made.csv"));
        cloud.run("files.write(here + 'new.csv', 'through')");
        assertThat(content("made.csv")).isEqualTo("through");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsNamedWhateverIsWritten() {
        for (String input : List.of(
                "devices.csv('/dev/full')",
                "devices.json('/dev/full')",
                "csv(Array(9999).fill({a: 1}), '/dev/full')",
                "files.write('/dev/full', 'x')")) {
            assertThat(cloud.failure(input))
                    .as(input)
                    .isEqualTo("FILE: cannot write /dev/full: No space left on device");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsWrittenWhereItIs() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readString(pipe);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        cloud.run("csv([{a: 1}], here + 'pipe')");
        assertThat(read.get(30, TimeUnit.SECONDS)).isEqualTo("a\n1\n");
        cloud.run("files.write('/dev/stderr', '')");
    }

    @Test
    void numbersAmongSeveralValuesAreWrittenAsJavaScriptWritesThem() {
        cloud.run("print('n', 4 / 2, 2.5, devices.count() * 1, 2 ** 40, -7, 0.1)");
        assertThat(cloud.io.lines).containsExactly("n 2 2.5 250 1099511627776 -7 0.1");
    }

    @Test
    void readsToml() throws IOException {
        Files.writeString(
                folder.resolve("a.toml"), "title = 'x'\nday = 2026-01-02\n[[webhook]]\nn = 1\n[[webhook]]\nn = 2\n");
        assertThat(cloud.show("files.readToml(here + 'a.toml')"))
                .isEqualTo("{title: 'x', day: '2026-01-02', webhook: [{n: 1}, {n: 2}]}");
        Files.writeString(folder.resolve("a.toml"), "ok = 1\nname = Line 1\n");
        assertThat(cloud.failure("files.readToml(here + 'a.toml')"))
                .startsWith("FILE: cannot read " + folder + "/a.toml, line 2 as TOML: ");
    }

    @Test
    void givesTheFilesThatComeWithTheProgram() {
        assertThat(cloud.show("files.bundled('chart.js').includes('Chart')")).isEqualTo("true");
        assertThat(cloud.failure("files.bundled('../topics.txt')"))
                .isEqualTo("USAGE: no file called '../topics.txt' comes with impsh\nthere is chart.js");
    }

    @Test
    void sharedPiecesKeepToThemselvesWhatTheyDeclare() {
        scripts.texts.put("lib/twice.js", "const two = 2; (x => two * x)");
        assertThat(cloud.show("load('lib/twice.js')(21)")).isEqualTo("42");
        assertThat(cloud.failure("two")).isEqualTo("SCRIPT_ERROR: two is not defined");
        assertThat(cloud.failure("load('lib/thrice.js')")).isEqualTo("USAGE: no piece lib/thrice.js");
    }

    @Test
    void filesThatAreNotThereAreNamed() {
        assertThat(cloud.failure("files.read('/nowhere/x.txt')"))
                .isEqualTo("FILE: cannot read /nowhere/x.txt: there is no such file");
        assertThat(cloud.failure("files.write('/nowhere/x.txt', 'x')"))
                .isEqualTo("FILE: cannot write /nowhere/x.txt: there is no such folder");
        assertThat(cloud.failure("products.csv('/nowhere/x.csv')"))
                .isEqualTo("FILE: cannot write /nowhere/x.csv: there is no such folder");
        assertThat(cloud.failure("load('/nowhere/x.js')"))
                .isEqualTo("FILE: cannot read /nowhere/x.js: there is no such file");
        assertThat(cloud.failure("files.readCsv('/nowhere/x.csv')"))
                .isEqualTo("FILE: cannot read /nowhere/x.csv: there is no such file");
        assertThat(cloud.failure("files.write(here + 'a', 'x'); files.read(here + 'a/b')"))
                .isEqualTo("FILE: cannot read " + folder + "/a/b: Not a directory");
        assertThat(cloud.failure("files.read(here)"))
                .startsWith("FILE: cannot read ")
                .endsWith(": it is a folder");
    }

    @Test
    void whatALoadedFileDeclaresStays() throws IOException {
        Files.writeString(folder.resolve("setup.js"), "const answer = 42\nfunction twice(x) { return 2 * x }\nanswer");
        assertThat(cloud.show("load(here + 'setup.js')")).isEqualTo("42");
        assertThat(cloud.show("twice(answer)")).isEqualTo("84");
        assertThat(cloud.show("load(here + 'setup.js') + 1")).isEqualTo("43");
    }

    @Test
    void anErrorInALoadedFileHasItsPlace() throws IOException {
        Files.writeString(folder.resolve("bad.js"), "let a = 1\n  groups.get('Lime 1')\n");
        ScriptFailure failure = (ScriptFailure) cloud.thrown("load(here + 'bad.js')");
        assertThat(failure.position())
                .isEqualTo(new SourcePosition(folder + "/bad.js", 2, 3, "  groups.get('Lime 1')"));
    }

    @Test
    void aRunHasItsOwnParameters() {
        scripts.add("inner", "params.n * 2");
        scripts.add(
                "outer", "let before = params.n; let r = run('inner', {n: before + 1}); [before, r, params.n, args]");
        assertThat(cloud.show("run('outer', {n: 1})")).isEqualTo("[1, 4, 1, []]");
        assertThat(cloud.show("params")).isEqualTo("{}");
        assertThat(cloud.show("typeof before")).isEqualTo("undefined");
    }

    @Test
    void aRunThatFailsGivesTheParametersBack() {
        scripts.add("inner", "throw new Error('inner')");
        scripts.add("outer", "try { run('inner', {n: 9}) } catch (e) { e.message + params.n }");
        assertThat(cloud.show("run('outer', {n: 1})")).isEqualTo("inner1");
    }

    @Test
    void entitiesAndListsCanBeParameters() {
        scripts.add("names", "params.group.name + params.list.length");
        assertThat(cloud.show("run('names', {group: groups.get('Line 1'), list: [1, 2]})"))
                .isEqualTo("Line 12");
    }

    @Test
    void parametersAreAnObject() {
        scripts.add("any", "1");
        assertThat(cloud.failure("run('any', 5)"))
                .isEqualTo("USAGE: run takes the parameters as an object\nrun('name', {key: value})");
        assertThat(cloud.failure("run('none')")).isEqualTo("USAGE: there is no script none");
    }

    @Test
    void tablesAreOfRowsOrQueries() {
        cloud.run("table([{a: 1, b: 'x'}, {a: 2, c: null}]); table([{a: 1, b: 'x'}], ['b']);"
                + " table(products.limit(1), ['name']); table([1, 'two'])");
        assertThat(cloud.io.lines)
                .containsExactly(
                        "a | b | c\n1 | x | null\n2 | null | null", "b\nx", "name\nThermostat", "value\n1\ntwo");
    }

    /** Scripts by name, without headers. */
    private static final class TextScripts implements SavedScripts {
        private final Map<String, String> texts = new HashMap<>();

        void add(String name, String text) {
            texts.put(name, text);
        }

        @Override
        public Prepared prepare(Input.Saved wanted, EntityLookup lookup, ScriptIo io) {
            String name = wanted.name();
            if (!texts.containsKey(name)) {
                throw new UserException("USAGE", "there is no script " + name, null);
            }
            return new Prepared(name + ".js", texts.get(name), null, wanted.parameters(), wanted.args());
        }

        @Override
        public Piece piece(String name, Path beside) {
            if (!texts.containsKey(name)) {
                throw new UserException("USAGE", "no piece " + name, null);
            }
            return new Piece(name, texts.get(name));
        }

        @Override
        public List<Summary> list() {
            return List.of();
        }
    }
}
