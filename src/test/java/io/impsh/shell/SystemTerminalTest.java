package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.profile.Settings;
import java.util.Map;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SystemTerminalTest {
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void withoutANameItIsDumb() {
        assertThat(SystemTerminal.type(Map.of())).isEqualTo("dumb");
        assertThat(SystemTerminal.type(Map.of("TERM", ""))).isEqualTo("dumb");
        assertThat(SystemTerminal.type(Map.of("TERM", "xterm"))).isNull();
    }

    @Test
    void aSizeOfNothingIsTheUsualOne() throws Exception {
        try (EmulatedScreen screen = new EmulatedScreen()) {
            screen.terminal().setSize(new Size(0, 0));
            JlineTerminal terminal = new JlineTerminal(
                    screen.terminal(),
                    new ScreenColours(Settings.Color.AUTO, new LiveSettings(Settings.usual()), Map.of()),
                    new EntryHistory(null, SecretArguments::in),
                    new LiveSettings(Settings.usual()));
            assertThat(terminal.screen().width()).isEqualTo(80);
            screen.terminal().setSize(new Size(0, 0));
            screen.terminal().raise(Signal.WINCH);
            assertThat(terminal.screen().width()).isEqualTo(80);
        }
    }

    @Test
    void aSizeOfNothingWhileTypingLeavesThePromptWhole() throws Exception {
        try (RunningShell shell = new RunningShell(new FakeEvaluator())) {
            shell.atPrompt().screen.terminal().setSize(new Size(0, 0));
            shell.screen.terminal().raise(Signal.WINCH);
            shell.enter("x".repeat(100)).screen.await("demo> x{66}\nx{34}\n= x");
        }
    }
}
