package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkReassignScriptTest {
    @TempDir
    Path folder;

    private ScriptScene scene;

    @BeforeEach
    void start() {
        scene = ScriptScene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aDryRunChangesNothing() {
        CommandLineRun run = scene.dryRun("bulk-reassign", "--from", "Line 1", "--to", "Line 2", "--limit", "1");

        assertThat(run.out())
                .isEqualTo(" name         from    to      outcome  reason\n"
                        + " thermo-0001  Line 1  Line 2  planned  -\n"
                        + " 1 planned · 0 skipped      0.0 s\n");
    }

    @Test
    void movesOnceAndFindsNothingTheSecondTime() {
        String[] words = {"--from", "Tracker pre-DUT", "--to", "Tracker dev", "--yes"};
        assertThat(scene.run("bulk-reassign", words).exitCode()).isZero();
        assertThat(scene.value("devices.where({group: 'Tracker pre-DUT'}).count()"))
                .isEqualTo("0");

        CommandLineRun again = scene.run("bulk-reassign", words);

        assertThat(again.exitCode()).isZero();
    }
}
