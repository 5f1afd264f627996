package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans in files. */
class SavedPlansTest {
    private final SandboxSession cloud = SandboxSession.start();

    @TempDir
    Path folder;

    private String file;

    @BeforeEach
    void plan() {
        file = folder.resolve("p.json").toString();
        cloud.run("let p = devices.where({group: 'Line 1'}).limit(3).assignTo('Line 2')");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void savedAndLoadedItIsTheSame() throws IOException {
        assertThat(cloud.show("p.save('" + file + "').id == p.id")).isEqualTo("true");
        assertThat(cloud.io.lines)
                .containsExactly("! wrote " + file + ": plan " + cloud.show("p.id") + ", move 3 devices");
        assertThat(cloud.session.forgottenPlans()).isEmpty();
        try (Stream<Path> inside = Files.list(folder)) {
            assertThat(inside).containsExactly(Path.of(file));
        }

        cloud.run("let q = plans.load('" + file + "')");
        assertThat(cloud.show("q")).isEqualTo("plan: move 3 devices");
        assertThat(cloud.show("JSON.stringify(q) == JSON.stringify(p)")).isEqualTo("true");
        assertThat(cloud.show("q.apply()")).isEqualTo("report: 3 done");
        assertThat(cloud.show("plans.list()[0].id == p.id")).isEqualTo("true");
    }

    @Test
    void aLoadedPlanLooksAgainAtWhatItChanges() {
        cloud.run("p.save('" + file + "'); devices.get('thermo-0002').assignTo('Tracker dev')");
        assertThat(cloud.show("plans.load('" + file + "').apply()")).isEqualTo("report: 2 done, 1 stale");
    }

    @Test
    void whatIsThereIsReplacedAtOnce() throws IOException {
        Files.writeString(Path.of(file), "something else");
        cloud.run("p.save('" + file + "')");
        assertThat(Files.readString(Path.of(file)))
                .startsWith("{\"impsh\":\"plan\",\"version\":1,")
                .endsWith("]}\n");
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of(file));
        Files.writeString(Path.of(file), "");
        cloud.run("p.save('" + link + "')");
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(Path.of(file))).startsWith("{\"impsh\":\"plan\"");
    }

    @Test
    void whereNothingCanBeWrittenThePlanIsNotTakenForSaved() {
        assertThat(cloud.failure("p.save('" + folder + "/none/p.json')"))
                .isEqualTo("FILE: cannot write " + folder + "/none/p.json: there is no such folder");
        assertThat(cloud.failure("p.save('" + folder + "')"))
                .isEqualTo("FILE: cannot write " + folder + ": it is a folder");
        assertThat(cloud.failure("p.save()")).isEqualTo("USAGE: save needs file: where to write\nusage: save(file)");
        assertThat(cloud.session.forgottenPlans()).hasSize(1);
    }

    @Test
    void theUnbondKeyIsNotSavedAndHasToBeGivenAgain() throws IOException {
        cloud.run("devices.where({group: 'Thermostat field'}).limit(2).unassign({unbondKey: 'sandbox-unbond-key'})"
                + ".save('" + file + "')");
        assertThat(Files.readString(Path.of(file))).doesNotContain("sandbox-unbond-key");
        assertThat(cloud.failure("plans.load('" + file + "').apply()")).startsWith("USAGE: ");
        cloud.io.types("sandbox-unbond-key");
        assertThat(cloud.show("plans.load('" + file + "').apply({unbondKey: 'ask'})"))
                .isEqualTo("report: 2 done");
        assertThat(cloud.io.lines).contains("? Unbond key");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                  | it is no JSON
            hello                               | it is no JSON
            []                                  | it is no JSON object
            {}                                  | it does not say "impsh": "plan"
            {"impsh":"plan","version":99}       | version 99
            """)
    void whatIsNoPlanIsNotLoaded(String text, String reason) throws IOException {
        Files.writeString(Path.of(file), text);
        assertThat(cloud.failure("plans.load('" + file + "')"))
                .startsWith("BAD_PLAN: " + file)
                .contains(reason);
    }

    @Test
    void ofACutOffFileNothingIsLoaded() throws IOException {
        cloud.run("p.save('" + file + "')");
        String whole = Files.readString(Path.of(file));
        for (int length : new int[] {1, whole.length() / 2, whole.length() - 3}) {
            Files.writeString(Path.of(file), whole.substring(0, length));
            assertThat(cloud.failure("plans.load('" + file + "')")).startsWith("BAD_PLAN: " + file + " is no plan: ");
        }
        assertThat(cloud.failure("plans.load('" + folder + "/none.json')"))
                .isEqualTo("FILE: cannot read " + folder + "/none.json: there is no such file");
    }

    @Test
    void itIsAppliedNowhereElse() {
        cloud.run("p.save('" + file + "')");
        try (SandboxSession other = SandboxSession.start()) {
            assertThat(other.failure("plans.load('" + file + "').apply()")).startsWith("PLAN_ELSEWHERE: ");
            assertThat(other.io.lines).isEmpty();
            assertThat(other.show("plans.load('" + file + "').count")).isEqualTo("3");
        }
    }
}
