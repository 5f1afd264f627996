package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionScreenTest {
    private final FakeConnection connection = new FakeConnection();
    private final List<FakeEvaluator> sessions = new ArrayList<>();

    @Test
    void showsWhereItIsConnectedTo() throws Exception {
        try (RunningShell shell = shell()) {
            shell.enter(".profile")
                    .screen
                    .await("default> .profile\n"
                            + "default  http://127.0.0.1:8080/v5  no production\n"
                            + "logged in as demo \\(password\\)\n"
                            + "default>");
        }
    }

    @Test
    void switchingBeginsAnewUnderTheOtherPrompt() throws Exception {
        try (RunningShell shell = shell()) {
            shell.enter("1").screen.await("= 1\ndefault>");
            shell.enter(".profile lab").screen.await("""
                    default> .profile lab
                    connected anew: variables are gone
                    lab  http://127.0.0.1:8080/v5  production, read-only
                    logged in as demo \\(password\\)
                    lab PRODUCTION>""");
            shell.enter("2").screen.await("= 2\nlab PRODUCTION>");
            assertThat(sessions).hasSize(2);
            assertThat(sessions.get(0).evaluated()).containsExactly("input 1: 1");
            assertThat(sessions.get(1).evaluated()).containsExactly("input 2: 2");
        }
    }

    @Test
    void anUnknownProfileChangesNothing() throws Exception {
        try (RunningShell shell = shell()) {
            shell.enter(".profile x").screen.await("Error: there is no profile \"x\"\ndefault>");
            assertThat(sessions).hasSize(1);
        }
    }

    @Test
    void aLoginOfTheSameAccountKeepsTheSession() throws Exception {
        try (RunningShell shell = shell()) {
            shell.enter(".login demo").screen.await("logged in as demo\ndefault>");
            assertThat(sessions).singleElement().satisfies(session -> assertThat(session.evaluated())
                    .containsExactly("reconnected"));
            shell.enter(".login joe").screen.await("logged in as joe\nanother account: variables are gone\ndefault>");
            assertThat(sessions).hasSize(2);
        }
    }

    @Test
    void aPasswordBesideTheUserIsRefused() throws Exception {
        try (RunningShell shell = shell()) {
            shell.enter(".login demo hunter2").screen.await("""
                    Error: .login takes a user only; the password is asked for
                      .login \\[USER\\]
                    default>""");
        }
    }

    @Test
    void controlCBreaksOffALogin() throws Exception {
        try (RunningShell shell = shell()) {
            shell.enter(".login slow");
            connection.loginBegun.await();
            shell.screen.pressControlC();
            shell.screen.await("cancelled\ndefault>");
            shell.enter("1").screen.await("= 1\ndefault>");
        }
    }

    private RunningShell shell() {
        RunningShell shell =
                new RunningShell(new FakeEvaluator(), connection.profile(), "unused", options -> ShellOptions.of(
                                io -> {
                                    FakeEvaluator session = new FakeEvaluator().with(io);
                                    sessions.add(session);
                                    return session;
                                },
                                connection.profile(),
                                () -> connection.profile().name())
                        .connection(connection)
                        .environment(Map.of()));
        shell.screen.await("default>");
        return shell;
    }
}
