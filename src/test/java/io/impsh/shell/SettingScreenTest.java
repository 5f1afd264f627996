package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.profile.Settings;
import io.impsh.script.Shown;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingScreenTest {
    private final FakeEvaluator evaluator = new FakeEvaluator();
    private final LiveSettings settings =
            new LiveSettings(Settings.usual().withColor(Settings.Color.NEVER), Map.of("color", "config.toml"));

    @Test
    void allAreListed() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter(".set").screen.await("""
                    sandbox demo> .set
                     suggestions  on      usual        continues what is typed from the history
                     keys         emacs   usual        the keys of the line editor
                     color        never   config.toml  when colours are used
                     theme        auto    usual        the background that colours have to suit
                     rows         0       usual        rows of a list at once; it shows the next
                     pager        on      usual        shows long results in a pager
                     output       table   usual        the format of results
                    .set KEY tells what one may be, .set KEY VALUE changes it.
                    sandbox demo>""");
        }
    }

    @Test
    void oneSaysWhatItMayBe() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter(".set theme").screen.await("""
                    sandbox demo> .set theme
                    theme = auto  \\(usual\\)
                    the background that colours have to suit
                      auto    what the terminal says
                      dark    a dark background
                      light   a light background
                    sandbox demo>""");
        }
    }

    @Test
    void aChangeHoldsAtOnceAndSaysHowToKeepIt() throws Exception {
        evaluator.meaning("1", io -> new Shown.Text("one"));
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter("1").screen.await("one\nsandbox demo>");
            shell.enter(".set output json").screen.await("""
                    sandbox demo> .set output json
                    output = json in this session
                    to keep it, write output = "json" under \\[shell\\] in config.toml
                    sandbox demo>""");
            shell.enter("1").screen.await("\"one\"\nsandbox demo>");
            shell.enter(".set output").screen.await("output = json  \\(session\\)\n");
            shell.enter(".set rows=30").screen.await("rows = 30 in this session");
            assertThat(settings.get().rows()).isEqualTo(30);
            shell.enter(".set pager = FALSE")
                    .screen
                    .await("pager = off in this session\nto keep it, write pager = false under");
            assertThat(settings.get().pager()).isFalse();
        }
    }

    @Test
    void mistakesChangeNothing() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().enter(".set rowz 3").screen.await("""
                    Error: there is no setting 'rowz'; did you mean rows\\?
                      .set lists them
                    """);
            shell.enter(".set theme grey").screen.await("""
                    Error: theme cannot be 'grey'
                      theme is auto, dark or light
                    """);
            shell.enter(".set rows -1").screen.await("""
                    Error: rows cannot be '-1'
                      rows is a number from 0 to 100000
                    """);
            assertThat(settings.get()).isEqualTo(Settings.usual().withColor(Settings.Color.NEVER));
        }
    }

    @Test
    void keysAndValuesAreCompleted() throws Exception {
        try (RunningShell shell = shell()) {
            shell.atPrompt().screen.type(".set the\tli\t");
            shell.screen.await("sandbox demo> \\.set theme light");
        }
    }

    private RunningShell shell() {
        return new RunningShell(evaluator, options -> options.settings(settings));
    }
}
