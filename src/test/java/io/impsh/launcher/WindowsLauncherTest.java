package io.impsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing here can run {@code impsh.cmd}, but it starts Java as {@code impsh} does. */
class WindowsLauncherTest {
    private static String unix() throws IOException {
        return Files.readString(Path.of("impsh")).replace("\\\n", "");
    }

    private static String windows() throws IOException {
        return Files.readString(Path.of("impsh.cmd"));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        assertThat(matcher.find()).as("/%s/ in\n%s", pattern, text).isTrue();
        return matcher.group(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLAGS", "FLAGS_17", "FLAGS_24", "SMALL_HEAP"})
    void theFlagsAreTheSame(String name) throws IOException {
        assertThat(found("^set \"" + name + "=([^\"]*)\"", windows()))
                .isEqualTo(found("^" + name + "=\"([^\"]*)\"", unix()));
    }

    @Test
    void theMainClassIsTheSame() throws IOException {
        assertThat(found("(io\\.impsh[\\w.]*) %\\*", windows()))
                .isEqualTo(found("(io\\.impsh[\\w.]*) \"\\$@\"", unix()));
    }

    @Test
    void thePropertiesAreTheSame() throws IOException {
        assertThat(properties(windows())).containsExactlyInAnyOrderElementsOf(properties(unix()));
    }

    /** Not those for Maven. */
    private static List<String> properties(String launcher) {
        return Pattern.compile("-D((?:impsh\\.(?:home|cache)|polyglot\\w*[\\w.]*))=")
                .matcher(launcher)
                .results()
                .map(property -> property.group(1))
                .toList();
    }

    @Test
    void linesEndAsWindowsWantsThem() throws IOException {
        assertThat(windows().replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(windows()).isASCII();
    }

    @Test
    void everyLabelThatIsCalledIsThere() throws IOException {
        List<String> called = Pattern.compile("call :(\\w+)")
                .matcher(windows())
                .results()
                .map(call -> call.group(1))
                .toList();
        assertThat(called).isNotEmpty().allSatisfy(label -> assertThat(windows())
                .contains("\n:" + label + "\r\n"));
    }
}
