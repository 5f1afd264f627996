package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceScreenTest {
    private final LiveTrace trace = new LiveTrace(false);

    @Test
    void debugTurnsItOnAndOff() throws Exception {
        try (RunningShell shell = new RunningShell(new FakeEvaluator(), options -> options.trace(trace))) {
            shell.atPrompt().enter(".debug").screen.await("""
                    sandbox demo> .debug
                    requests, answers and stack traces are shown, without secrets
                    sandbox demo>""");
            assertThat(trace.isOn()).isTrue();
            shell.enter(".debug off").screen.await("requests and stack traces are no longer shown\nsandbox demo>");
            assertThat(trace.isOn()).isFalse();
            shell.enter(".debug maybe").screen.await("""
                    Error: .debug is on or off, not 'maybe'
                      .debug \\[on\\|off\\]
                    sandbox demo>""");
            shell.enter(".debug on").screen.await("without secrets\nsandbox demo>$");
            assertThat(trace.isOn()).isTrue();
        }
    }

    @Test
    void whatIsToldStandsAboveTheEntryAndSteersNothing() throws Exception {
        try (RunningShell shell = new RunningShell(new FakeEvaluator(), options -> options.trace(trace))) {
            shell.atPrompt().screen.type("half");
            shell.screen.await("sandbox demo> half$");
            trace.tell("> GET /devices\n  {\"name\":\"\u001b[31mred\"}");
            shell.screen.await("> GET /devices\n  \\{\"name\":\"\\\\x1b\\[31mred\"}\nsandbox demo> half$");
        }
    }
}
