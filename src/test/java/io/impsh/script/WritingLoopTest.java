package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows shift under a pager while they are moved away: a loop that moves what it walks must reach all of it. */
class WritingLoopTest {
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.with().devices(1_200).start();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (const d of line) d.assignTo('Line 2')",
                "for (const d of line.filter(d => true)) d.assignTo('Line 2')",
                "line.forEach(d => d.assignTo('Line 2'))",
                "line.map(d => d.assignTo('Line 2'))",
                "line.filter(d => d.assignTo('Line 2')).count()",
                "for (const d of devices.where({group: /^Line 1$/})) d.assignTo('Line 2')",
                "for (const d of devices) if (d.group && d.group.name === 'Line 1') d.assignTo('Line 2')",
                "[...line].forEach(d => d.assignTo('Line 2'))",
            })
    void movesEveryDevice(String loop) {
        cloud.run("let line = devices.where({group: 'Line 1'}); " + loop);
        assertThat(cloud.sandbox.recount().deviceCount("Line 1")).isZero();
        assertThat(cloud.sandbox.recount().deviceCount("Line 2")).isEqualTo(600);
    }

    @Test
    void aLoopInsideALoopMovesEveryDevice() {
        cloud.run("""
                for (const g of groups.where({name: /^Line 1$/}))
                    for (const d of g.devices)
                        d.assignTo('Line 2')
                """);
        assertThat(cloud.sandbox.recount().deviceCount("Line 1")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (const d of devices) break; d.rename('x')",
                "try { for (const d of devices) throw 1 } catch (e) {} d.rename('x')",
                "let [first] = devices; d.rename('x')",
                "(() => { for (const d of devices) return d })().rename('x')",
                "devices.first().rename('x')",
                "devices.limit(2).map(x => x)[0].rename('x')",
            })
    void whatWasLeftEarlyIsNotReadForAWrite(String input) {
        cloud.run("let d = devices.get('23d6824e2ef3fc17')");
        assertThat(cloud.requests(input)).isEqualTo(2);
    }
}
