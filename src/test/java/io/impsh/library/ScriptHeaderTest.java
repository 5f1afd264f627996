package io.impsh.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptHeaderTest {
    @Test
    void readsEverythingAHeaderMaySay() {
        ScriptHeader header = ScriptHeader.read("release.js", """
                #!/usr/bin/env impsh
                // Copyright somebody.
                /* Not this one. */
                /**
                 * Copies a tested build. Restarts
                 * its devices.
                 *
                 * Asks first.
                 *
                 * @param {build}      build         what to copy:
                 *                                   id, sha or tag
                 * @param {group[]}    to            where to
                 * @param {duration}   [wait=10m]    how long
                 * @param {fast|slow}  [pace=slow]   how fast
                 * @param {secret}     [unbondKey]   for production
                 * @author somebody
                 * @example impsh run release --build v2.1
                 * @example impsh run release --build v2.2 --to A
                 */
                devices.count()
                """).orElseThrow();

        assertThat(header)
                .isEqualTo(new ScriptHeader(
                        List.of("Copies a tested build. Restarts its devices.", "Asks first."),
                        List.of(
                                parameter("build", ParameterType.BUILD, true, null, "what to copy: id, sha or tag"),
                                new Parameter("to", ParameterType.GROUP, List.of(), true, true, null, "where to"),
                                parameter("wait", ParameterType.DURATION, false, "10m", "how long"),
                                new Parameter(
                                        "pace",
                                        ParameterType.CHOICE,
                                        List.of("fast", "slow"),
                                        false,
                                        false,
                                        "slow",
                                        "how fast"),
                                parameter("unbondKey", ParameterType.SECRET, false, null, "for production")),
                        List.of("impsh run release --build v2.1", "impsh run release --build v2.2 --to A")));
        assertThat(header.summary()).isEqualTo("Copies a tested build");
        assertThat(header.parameter("unbond-key")).map(Parameter::name).contains("unbondKey");
    }

    private static Parameter parameter(
            String name, ParameterType type, boolean required, String preset, String description) {
        return new Parameter(name, type, List.of(), false, required, preset, description);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "''",
                "devices.count() /** late */",
                "/* plain */ 1",
                "/**/ 1",
                "/** never closed",
            })
    void isEmptyWithoutAHeader(String text) {
        assertThat(ScriptHeader.read("x.js", text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "@param {grop} a text       ~ x.js:3: unknown type 'grop'; did you mean group?",
                "@param {string} a          ~ x.js:3: the parameter 'a' has no description",
                "@param string a text       ~ x.js:3: this @param cannot be read: string a text",
                "@param {string} [a text    ~ x.js:3: this @param cannot be read: {string} [a text",
                "@parm {string} a text      ~ x.js:3: unknown tag @parm; did you mean @param?",
                "@param {string} dryRun now ~ x.js:3: no parameter can be called 'dryRun': --dry-run is an option of"
                        + " impsh itself",
                "@param {number} [a=x] text ~ x.js:3: bad default: --a: 'x' is no number",
                "@param {a|b} [a=c] text    ~ x.js:3: bad default: --a: 'c' is none of a, b",
                "@param {'a'|\"b\"} [a=c] text ~ x.js:3: bad default: --a: 'c' is none of a, b",
                "@param {a||b} a text       ~ x.js:3: the choices a||b are empty or twice the same",
                "@param {secret} [a=b] text ~ x.js:3: 'a' can have no default: it is a secret",
                "@param {file[]} [a=b] text ~ x.js:3: 'a' can have no default: it is a list",
            })
    void namesTheLineOfWhatIsWrong(String line, String message) {
        assertThatThrownBy(() -> ScriptHeader.read("x.js", "/**\n * Does it.\n * " + line + "\n */"))
                .isInstanceOf(UsageException.class)
                .hasMessage(message);
    }

    @Test
    void refusesTwoParametersOfOneName() {
        String text = "/**\n * Does it.\n * @param {string} unbondKey text\n * @param {number} unbond_key text\n */";

        assertThatThrownBy(() -> ScriptHeader.read("x.js", text))
                .hasMessage("x.js:4: two parameters are called 'unbond_key'");
    }

    @Test
    void refusesAHeaderWithoutADescription() {
        assertThatThrownBy(() -> ScriptHeader.read("x.js", "\n/**\n * @param {string} a text\n */"))
                .hasMessage("x.js:2: the header has no description");
    }
}
