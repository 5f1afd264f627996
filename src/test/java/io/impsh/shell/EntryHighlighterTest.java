package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.output.Screen;
import io.impsh.output.Theme;
import java.util.List;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each line of the source stands over one of its marks: k keyword, s string, n number, c comment, ! bracket pair. */
class EntryHighlighterTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '\u0001', textBlock = """
                let x = 5|;kkk     n
                devices.where({name: /^a/, n: 'b'})|;             !       ssss     sss !
                devices.where(|{name: 1});             !       n !
                f(g(1), [2])|; !  n    n !
                f(g(1)|, [2]);   !n!   n
                `a ${x} b` + "c"|;sssss ssss   sss
                // let it be|;cccccccccccc
                a.let|;
                if (x) { y(|;kk
                f)|; x
                'open|;sssss
                """)
    void marks(String input, String expected) {
        int cursor = input.indexOf('|');
        String entry = input.replace("|", "");

        assertThat(marks(new EntryHighlighter(Screen::plain).styles(entry, cursor)))
                .isEqualTo(expected == null ? "" : expected);
    }

    /** With the mistakes as {@code x}. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '\u0001', textBlock = """
                f(1))|;  n x
                f(1]);  nx
                [{)(};  x
                'open|;
                'open⏎x|;xxxxx
                'a\\⏎b'|;
                'a\\'⏎|;xxxx
                'a'⏎;
                x = /ab⏎;    xxx
                x = /ab/g⏎;
                “a”;x x
                a @ b;  x
                class A { #|;
                `a${ {b: 1} }c`;         n
                `a${ ( }c`;       x
                f(;
                """)
    void marksOnlyWhatIsSurelyWrong(String input, String expected) {
        String entry = input.replace("|", "").replace("⏎", "\n");

        assertThat(marks(new EntryHighlighter(Screen::plain).styles(entry, 0))
                        .replaceAll("[skc!]", " ")
                        .stripTrailing())
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                .lo;
                .load x;kkkkk
                .lo x;xxx
                .loaf;xxxxx
                """)
    void marksCommands(String entry, String expected) {
        assertThat(marks(new EntryHighlighter(Screen::plain).commandStyles(entry, List.of(".load", ".login"))))
                .isEqualTo(expected == null ? "" : expected);
    }

    private static String marks(AttributedStyle[] styles) {
        StringBuilder marks = new StringBuilder();
        for (AttributedStyle style : styles) {
            marks.append(mark(style));
        }
        return marks.toString().stripTrailing();
    }

    private static char mark(AttributedStyle style) {
        Theme theme = Theme.standard();
        if (style.equals(theme.keyword())) {
            return 'k';
        }
        if (style.equals(theme.string())) {
            return 's';
        }
        if (style.equals(theme.number())) {
            return 'n';
        }
        if (style.equals(theme.muted())) {
            return 'c';
        }
        if (style.equals(theme.error().underline())) {
            return 'x';
        }
        return style.equals(AttributedStyle.DEFAULT) ? ' ' : '!';
    }
}
