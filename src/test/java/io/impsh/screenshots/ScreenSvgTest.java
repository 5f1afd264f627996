package io.impsh.screenshots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ScreenSvgTest {
    private static StyledScreen.Picture screen(String output) {
        StyledScreen screen = new StyledScreen(20, 5);
        screen.write(output);
        return screen.picture();
    }

    /** The pieces of text, and what is drawn behind and before them. */
    private static String drawn(String output) {
        return ScreenSvg.draw(screen(output), "", "")
                .lines()
                .dropWhile(line -> !line.startsWith("<g "))
                .skip(2)
                .takeWhile(line -> !line.equals("</g>"))
                .map(line -> line.replace(" lengthAdjust=\"spacingAndGlyphs\"", ""))
                .reduce("", (lines, line) -> lines + line + "\n");
    }

    @Test
    void aScreenBecomesAWindow() {
        assertThat(ScreenSvg.draw(
                        screen("\u001b[32mdemo>\u001b[0m a  <b>\r\n\u001b[1mbold"), "impsh --sandbox", "Two & two"))
                .isEqualTo("""
                        <svg xmlns="http://www.w3.org/2000/svg" width="212" height="106" viewBox="0 0 212 106" role="img">
                        <title>Two &amp; two</title>
                        <rect width="212" height="106" rx="8" fill="#262b36"/>
                        <rect x="1" y="34" width="210" height="71" rx="7" fill="#171a21"/>
                        <circle cx="20" cy="17" r="6" fill="#ff6e67"/>
                        <circle cx="40" cy="17" r="6" fill="#e8c06a"/>
                        <circle cx="60" cy="17" r="6" fill="#90cf6e"/>
                        <g font-family="ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="15" fill="#d8dce4" xml:space="preserve">
                        <text x="106" y="22" font-size="13" text-anchor="middle" fill="#8b93a3">impsh --sandbox</text>
                        <text x="16" y="65" textLength="45" lengthAdjust="spacingAndGlyphs" fill="#90cf6e">demo&gt;</text>
                        <text x="70" y="65" textLength="9" lengthAdjust="spacingAndGlyphs">a</text>
                        <text x="97" y="65" textLength="27" lengthAdjust="spacingAndGlyphs">&lt;b&gt;</text>
                        <text x="16" y="85" textLength="36" lengthAdjust="spacingAndGlyphs" font-weight="bold">bold</text>
                        <rect x="52" y="70" width="9" height="20" fill="#d8dce4" fill-opacity="0.6"/>
                        </g>
                        </svg>
                        """);
    }

    @Test
    void everyStyleIsDrawn() {
        assertThat(drawn("\u001b[2mfaint\u001b[22;4mline\u001b[24;7mback\u001b[27;3mslant"))
                .isEqualTo("""
                <text x="16" y="65" textLength="45" fill-opacity="0.6">faint</text>
                <text x="61" y="65" textLength="36" text-decoration="underline">line</text>
                <rect x="97" y="50" width="36" height="20" fill="#d8dce4"/>
                <text x="97" y="65" textLength="36" fill="#171a21">back</text>
                <text x="133" y="65" textLength="45" font-style="italic">slant</text>
                <rect x="178" y="50" width="9" height="20" fill="#d8dce4" fill-opacity="0.6"/>
                """);
    }

    @Test
    void everyKindOfColourIsDrawn() {
        assertThat(drawn("\u001b[91mr\u001b[38;5;208mo\u001b[38;5;244;49mg\u001b[38;2;1;2;3;44mt"))
                .isEqualTo("""
                <text x="16" y="65" textLength="9" fill="#ff8a84">r</text>
                <text x="25" y="65" textLength="9" fill="#ff8700">o</text>
                <text x="34" y="65" textLength="9" fill="#808080">g</text>
                <rect x="43" y="50" width="9" height="20" fill="#74b4f5"/>
                <text x="43" y="65" textLength="9" fill="#010203">t</text>
                <rect x="52" y="50" width="9" height="20" fill="#d8dce4" fill-opacity="0.6"/>
                """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        assertThat(drawn("a\u6e29b \ud83d\ude00c")).isEqualTo("""
                <text x="16" y="65" textLength="9">a</text>
                <text x="25" y="65" textLength="18">\u6e29</text>
                <text x="43" y="65" textLength="9">b</text>
                <text x="61" y="65" textLength="18">\ud83d\ude00</text>
                <text x="79" y="65" textLength="9">c</text>
                <rect x="88" y="50" width="9" height="20" fill="#d8dce4" fill-opacity="0.6"/>
                """);
    }

    @Test
    void whatDiffersEachTimeIsReplacedWithoutMovingTheRest() {
        assertThat(screen("took 12.5 s | at 9:00")
                        .with(Pattern.compile("\\d+\\.\\d s"), "1 s")
                        .text())
                .isEqualTo("took 1 s    | at 9:0\n0");
    }
}
