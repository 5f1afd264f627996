package io.impsh.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScriptHelpTest {
    @Test
    void aFileWithBlanksInItsNameCanBePasted() {
        String text = "/**\n * Counts.\n *\n * @param {group} group which\n */\n";
        assertThat(help("./my scripts/it's.js", text))
                .startsWith("Counts.\n\nUsage: impsh run './my scripts/it'\\''s.js' --group GROUP\n");
    }

    @Test
    void isMadeFromTheHeader() {
        String text = """
                /**
                 * Copies a tested build to a production group and restarts its devices.
                 *
                 * @param {build}    build         build to copy: id, sha, tag or origin
                 * @param {group}    to            group to release to
                 * @param {boolean}  [all]         copy description, origin, flag and tags too
                 * @param {boolean}  [conditional=false] let devices finish what they do before they restart
                 * @param {duration} [wait=10m]    wait until the devices are back on line
                 * @param {fast|slow} [pace=slow]  how fast
                 * @param {device[]} [skip]        device to leave alone
                 * @example impsh run release --build v2.1 --to "Thermostat field" --dry-run
                 */
                """;

        assertThat(help("release", text)).isEqualTo("""
                Copies a tested build to a production group and restarts its devices.

                Usage: impsh run release --build BUILD --to GROUP [--all] [--conditional]
                                         [--wait DURATION] [--pace fast|slow] [--skip DEVICE...]

                  --build BUILD     build to copy: id, sha, tag or origin
                  --to GROUP        group to release to
                  --all             copy description, origin, flag and tags too
                  --conditional     let devices finish what they do before they restart
                  --wait DURATION   wait until the devices are back on line  [default: 10m]
                  --pace fast|slow  how fast                                 [default: slow]
                  --skip DEVICE     device to leave alone

                Example: impsh run release --build v2.1 --to "Thermostat field" --dry-run
                """);
    }

    @Test
    void aScriptWithoutParametersHasAShortOne() {
        assertThat(help("count", "/** Counts. */")).isEqualTo("""
                Counts.

                Usage: impsh run count
                """);
    }

    @Test
    void theScriptThatComesWithTheProgramHasAGoodOne() {
        SavedScript script = new ScriptLibrary(List.of(Path.of("scripts-library")), Map.of()).find("bulk-reassign");

        assertThat(script.help()).isEqualTo("""
                Moves devices from one group to another.

                Takes them from a group, by a query, or from a CSV file that names a device in
                each line and may name a group for it. Makes all plans before it applies the
                first, so that a name that is wrong anywhere stops it before anything has
                changed. Tells at the end how to undo what it did, and how to go on when it was
                stopped.

                Usage: impsh run bulk-reassign [--from GROUP] [--query TEXT] [--csv FILE]
                                               [--to GROUP] [--limit NUMBER] [--online]
                                               [--waves TEXT...] [--pause TEXT] [--health TEXT]
                                               [--within DURATION]

                  --from GROUP       device group to take devices from
                  --query TEXT       what they have to be, as JSON, such as {"online": false}; with or without --from
                  --csv FILE         or: a CSV file with a column "device", and maybe "to"
                  --to GROUP         device group to put them into, unless the file says so
                  --limit NUMBER     at most this many devices
                  --online           only devices that are online
                  --waves TEXT       in waves up to these shares, such as 1,5%,100%
                  --pause TEXT       between waves: so long, or ask
                  --health TEXT      asked of each wave: online=10m, no-errors=2m or both
                  --within DURATION  how long a wave may take to become healthy; 5m unless given

                Examples:
                  impsh run bulk-reassign --from "Line 1" --to "Line 2" --dry-run
                  impsh run bulk-reassign --csv moves.csv --online --yes=500
                  impsh run bulk-reassign --query '{"group": ["Line 1", "Line 2"]}' --to "Tracker dev" --waves 1,5%,100%
                """);
    }

    private static String help(String name, String text) {
        return new SavedScript(
                        name,
                        Path.of(name + ".js"),
                        text,
                        ScriptHeader.read(name, text).orElseThrow(),
                        true,
                        null)
                .help();
    }
}
