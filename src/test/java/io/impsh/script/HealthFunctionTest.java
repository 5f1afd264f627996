package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A function of the script that says whether a device is healthy. */
class HealthFunctionTest {
    private static final String MOVE = "devices.where({group: 'Line 1'}).limit(3).assignTo('Line 2')";

    private final SandboxSession cloud = SandboxSession.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aPlanIsNotAppliedInsideOfAnother() {
        cloud.run("let p = " + MOVE);
        assertThat(cloud.failure("p.apply({health: d => p.apply(), within: 0.05})"))
                .isEqualTo("USAGE: a plan is being applied; another one has to wait until it has ended");
    }

    @Test
    void whatAHealthFunctionThrowsIsToldOnceTheReportIsSafe() {
        ScriptFailure failure = (ScriptFailure)
                cloud.thrown("let p = " + MOVE + "\np.apply({health: d => { throw new Error('mine') }, within: 0.05})");
        assertThat(failure.code() + ": " + failure.getMessage()).isEqualTo("SCRIPT_ERROR: Error: mine");
        assertThat(failure.position().line()).isEqualTo(2);
        assertThat(cloud.io.lines).last().isEqualTo("report: 3 done");
        assertThat(cloud.show("_")).isEqualTo("report: 3 done");
        assertThat(cloud.show("_.stopped"))
                .isEqualTo("health check failed: the function failed for thermo-0001: Error: mine");
    }

    @Test
    void aHealthFunctionGetsADevice() {
        assertThat(cloud.show(MOVE + ".apply({health: d => d.group.name == 'Line 2', within: 0.05}).stopped"))
                .isEqualTo("null");
        assertThat(cloud.failure(MOVE + ".apply({health: async d => true, within: 0.05})"))
                .isEqualTo("USAGE: the health function gave a Promise, not true or false\n"
                        + "leave out async and await: every call gives its value at once");
    }
}
