package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptErrorsTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.start();
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    devices.get('nope')                                 | 1:1
                    1 + devices.get('nope').x                           | 1:5
                    products.first().nam                                | 1:1
                    let x = [1].map(n => groups.get('nope'))            | 1:22
                    `let y = 1;\n  groups.get('nope')`                  | 2:3
                    for (const p of products) p.nam                     | 1:27
                    products.filter(p => p.nam).count()                 | 1:22
                    products.where({name: n => n.foo.bar}).count()      | 1:28
                    """)
    void pointsAtTheCall(String input, String place) {
        SourcePosition position = ((ScriptFailure) cloud.thrown(input.replace("\\n", "\n"))).position();
        assertThat(position.line() + ":" + position.column()).isEqualTo(place);
    }

    @Test
    void aCatchSeesCodeHintAndMessage() {
        assertThat(
                        cloud.show(
                                "try { groups.get('Lime 1') } catch (e) { [e.name, e.code, e.message, e.hint, e instanceof Error, String(e)] }"))
                .isEqualTo("['ImpError', 'NOT_FOUND', 'no device group is called 'Lime 1'', 'nearest: Line 1, Line 2',"
                        + " true, 'ImpError: no device group is called 'Lime 1'']");
    }

    @Test
    void theLastErrorIsKept() {
        cloud.thrown("groups.get('Lime 1')");
        assertThat(cloud.show("_error")).isEqualTo("ImpError: no device group is called 'Lime 1'");
        assertThat(cloud.show("_error.code")).isEqualTo("NOT_FOUND");
    }

    @Test
    void theLastValueIsKept() {
        cloud.run("6 * 7");
        cloud.run("undefined");
        assertThat(cloud.show("_")).isEqualTo("42");
        cloud.thrown("nope");
        assertThat(cloud.show("_ + 1")).isEqualTo("43");
    }

    @Test
    void awaitIsNotNeeded() {
        assertThat(cloud.failure("await devices.count()"))
                .isEqualTo("SYNTAX: await is not needed here\n"
                        + "calls are synchronous here: leave out await, as in devices.count()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let devices = 5",
                "const devices = 5",
                "var devices = 5",
                "devices = 5",
                "function devices() {}",
                "class devices {}",
                "let {devices} = {devices: 1}",
                "[devices] = [1]",
            })
    void builtInNamesCannotBeTaken(String input) {
        assertThat(cloud.failure(input))
                .isEqualTo("BUILT_IN: 'devices' is a built-in name\nchoose another name, for example myDevices");
        assertThat(cloud.show("typeof devices.where")).isEqualTo("function");
    }

    @Test
    void insideABlockTheyCan() {
        assertThat(cloud.show("{ let devices = 5; devices + 1 }")).isEqualTo("6");
    }

    @Test
    void whereTheCloudCannotBeReachedNoLineIsToBlame() {
        try (SandboxSession own = SandboxSession.start()) {
            own.sandbox.close();
            ScriptFailure failure = (ScriptFailure) own.thrown("devices.count()");
            assertThat(failure.code()).isEqualTo("UNREACHABLE");
            assertThat(failure.position()).isNull();
            assertThat(failure.frames()).isEmpty();
        }
    }
}
