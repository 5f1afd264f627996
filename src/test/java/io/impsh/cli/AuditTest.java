package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs leave in {@code audit.ndjson}. */
class AuditTest {
    private static final String KITCHEN = "devices.get('thermo-0001').rename('Kitchen')";

    @TempDir
    Path home;

    private CommandLineRun sandbox(String... words) {
        String[] all = Stream.concat(Stream.of("--sandbox", "--rate-limit", "off"), Stream.of(words))
                .toArray(String[]::new);
        return CommandLineRun.of(home, "", all);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(home.resolve("state/audit.ndjson")).stream()
                .map(line -> line.replaceFirst("\"at\":\"[^\"]+\",\"session\":\"[^\"]+\"", "…")
                        .replaceFirst("127.0.0.1:\\d+", "…"))
                .toList();
    }

    @Test
    void eachWriteOfAProgramIsThereButThoseOfPlans() throws IOException {
        CommandLineRun run = sandbox(
                "--yes",
                "-e",
                "devices.get('thermo-0002').unassign()",
                "-e",
                "devices.where({group: 'Line 1'}).limit(2).assignTo('Line 2').apply().counts.done",
                "-e",
                "loginKeys.create({description: 'x', password: 'wrong'})");

        assertThat(run.exitCode()).isEqualTo(4);
        String who = "\"endpoint\":\"http://…/v5\",\"account\":\"910a2dec-8902-5cc1-beeb-8da1658eec67\",\"who\":\""
                + System.getProperty("user.name") + "\",\"profile\":\"sandbox\",\"program\":\"impsh (development)\"}";
        assertThat(lines())
                .containsExactly(
                        "{\"record\":\"before\",…,\"request\":1,\"method\":\"DELETE\","
                                + "\"path\":\"/devicegroups/491718de-357e-3da8-cb43-5c8e74616796/relationships/devices\","
                                + "\"body\":{\"data\":[{\"type\":\"device\",\"id\":\"234673ef77ba0574\"}]}," + who,
                        "{\"record\":\"after\",…,\"request\":1,\"answer\":\"accepted\",\"status\":204}",
                        "{\"record\":\"before\",…,\"request\":2,\"method\":\"POST\",\"path\":\"/accounts/me/login_keys\","
                                + "\"body\":{\"data\":{\"type\":\"login_key\",\"attributes\":{\"description\":\"x\"}}},"
                                + who,
                        "{\"record\":\"after\",…,\"request\":2,\"answer\":\"Invalid Password: Changing login keys needs the"
                                + " account's password in the header X-Electricimp-Password. (PX302)\",\"status\":403}");
    }

    @Test
    void neitherReadsNorDryRunsLeaveAnything() {
        sandbox("-e", "devices.count()");
        sandbox("--dry-run", "-e", KITCHEN);

        assertThat(home.resolve("state/audit.ndjson")).doesNotExist();
    }

    @Test
    void whereItCannotBeWrittenTheWorkGoesOn() throws IOException {
        Files.createDirectories(home.resolve("state/audit.ndjson"));

        CommandLineRun run = sandbox("-e", KITCHEN + ".name", "-e", "devices.get('Kitchen').rename('Cellar').name");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        0,
                        "Kitchen\nCellar\n",
                        "changes are not being written down: cannot add to " + home.resolve("state/audit.ndjson")
                                + " (Is a directory)\n"));
    }
}
