package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The official JavaScript client, with each of its methods, against the sandbox; src/test/js has the checks. */
class OfficialClientIT {
    private static NodeProgram program;

    @BeforeAll
    static void install() throws Exception {
        assumeTrue(NodeProgram.isPossible(), "needs node and npm on the PATH: the official client was not driven");
        program = NodeProgram.installed("official-client");
    }

    @ParameterizedTest(name = "strict: {0}")
    @ValueSource(booleans = {false, true})
    void everyMethodDoesWhatTheClientExpects(boolean strict) throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withoutRateLimit().withStrict(strict);
        try (Sandbox sandbox = Sandbox.start(options)) {
            NodeProgram.Ended run = program.run(
                    Map.of("SANDBOX_ENDPOINT", sandbox.baseUrl().toString(), "NO_PROXY", "127.0.0.1"),
                    "node",
                    "--test-reporter=tap",
                    "every-method.test.cjs");
            assertThat(run.exitCode()).as(run.output()).isZero();
        }
    }
}
