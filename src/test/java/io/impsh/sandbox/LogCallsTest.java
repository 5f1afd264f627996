package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the simulated firmware finds to log in code. */
class LogCallsTest {
    private static List<LogCall> in(String deviceCode, String agentCode) {
        return LogCalls.in(new Program(deviceCode, agentCode, "sha"));
    }

    @Test
    void literalsAndValues() {
        assertThat(in("""
                server.log("a\\t\\"b\\" " + x + " c " + f("no", [1, 2]) + "" + g.h);
                server . error ( @"ve""r\\n" );
                """, "server.log(\"agent\")"))
                .containsExactly(
                        new LogCall(false, false, List.of("a\t\"b\" ", " c ", "")),
                        new LogCall(false, true, List.of("ve\"r\\n")),
                        new LogCall(true, false, List.of("agent")));
    }

    @Test
    void whatIsNoCall() {
        assertThat(in("""
                // server.log("comment");
                # server.log("comment");
                /* server.log("comment");
                */
                local s = "server.log(\\"string\\")";
                server.log(value);
                server.log(" " + value);
                server.log();
                myserver.log("other");
                server.logs("other");
                """, "")).isEmpty();
    }

    @Test
    void brokenCode() {
        assertThat(in("server.log(\"never closed\" + (", ""))
                .containsExactly(new LogCall(false, false, List.of("never closed", "")));
        assertThat(in("server.log(\"", "server.log(")).isEmpty();
    }

    @Test
    void tenOfEachSide() {
        assertThat(in("server.log(\"d\");".repeat(30), "server.log(\"a\");".repeat(30)))
                .hasSize(20);
    }
}
