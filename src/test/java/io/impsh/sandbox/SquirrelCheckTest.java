package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the check of Squirrel code finds, and where. */
class SquirrelCheckTest {

    /** Each finding as {@code file:row:column text}. */
    private static List<String> findings(String code) {
        return SquirrelCheck.findings("device_code", code).stream()
                .map(finding -> finding.file() + ":" + finding.row() + ":" + finding.column() + " " + finding.text())
                .toList();
    }

    @Test
    void soundCode() {
        assertThat(findings("")).isEmpty();
        assertThat(findings("""
                #require "Promise.lib.nut:4.0.0"
                // it's ) a comment
                # and "this
                /* { [ ( " */
                local s = "a \\" ) \\\\" + @"verbatim \\" + @"two ""quotes""
                and } lines";
                local c = ['(', '"', '\\'', '\\\\', '\\x41', 'ü'], n = 7 / 2;
                local f = @(x) x[0] + {a = 1}.a;
                class A </ note = "x" /> { constructor() {} }
                """)).isEmpty();
        assertThat(findings("// no line break at the end {")).isEmpty();
        assertThat(findings("# nor here {")).isEmpty();
    }

    @Test
    void brackets() {
        assertThat(findings("function f() {\n\tif (x) {\n}\n"))
                .containsExactly("device_code:1:14 expected '}' to close this '{'");
        assertThat(findings("}")).containsExactly("device_code:1:1 expression expected");
        assertThat(findings("a = [1, 2);\nb(3;\n"))
                .containsExactly(
                        "device_code:1:10 expression expected",
                        "device_code:1:5 expected ']' to close this '['",
                        "device_code:2:2 expected ')' to close this '('");
        assertThat(findings("f([1, 2);")).containsExactly("device_code:1:8 expected ']'");
        assertThat(findings("{ f(1;\n}\n}"))
                .containsExactly("device_code:2:1 expected ')'", "device_code:3:1 expression expected");
    }

    @Test
    void strings() {
        assertThat(findings("server.log(\"abc);\nx(")).containsExactly("device_code:1:12 newline in a constant");
        assertThat(findings("\r\n  \"abc")).containsExactly("device_code:2:3 unfinished string");
        assertThat(findings("\"abc\\\"")).containsExactly("device_code:1:1 unfinished string");
        assertThat(findings("\"abc\\")).containsExactly("device_code:1:1 unfinished string");
        assertThat(findings("\"abc\\\n\"")).containsExactly("device_code:1:1 newline in a constant");
        assertThat(findings("x\n = @\"a\n\"\"b")).containsExactly("device_code:2:4 unfinished string");
    }

    @Test
    void characters() {
        assertThat(findings("a = 'x")).containsExactly("device_code:1:5 unfinished string");
        assertThat(findings("a = 'x\n")).containsExactly("device_code:1:5 newline in a constant");
        assertThat(findings("a = ''; b = 'ab'; c = '\\n'"))
                .containsExactly("device_code:1:5 empty constant", "device_code:1:13 constant too long");
    }

    @Test
    void comments() {
        assertThat(findings("a\n/* b\n *")).containsExactly("device_code:2:1 missing \"*/\" in comment");
        assertThat(findings("/*/")).containsExactly("device_code:1:1 missing \"*/\" in comment");
    }

    @Test
    void columnsAreCharacters() {
        assertThat(findings("\t\"ü😀\" )")).containsExactly("device_code:1:7 expression expected");
    }

    @Test
    void lineDirectives() {
        assertThat(findings("#line 7 \"lib/a.nut\"\r\na )\n  #line 3\n\n]\n#line 1 \"b.nut\"\nx #line 9 \"c\"\n}"))
                .containsExactly(
                        "lib/a.nut:7:3 expression expected",
                        "lib/a.nut:4:1 expression expected",
                        "b.nut:2:1 expression expected");
        assertThat(findings("#line x\n)\n#line 5")).containsExactly("device_code:2:1 expression expected");
    }

    @Test
    void atMostTen() {
        assertThat(findings(")".repeat(1000))).hasSize(10);
        assertThat(findings("(".repeat(1000))).hasSize(10);
    }

    @Test
    @Timeout(10)
    void tenMegabytes() {
        int size = 10_000_000;
        for (String part : List.of("(", "[{(", ")", "\n", "'", "@\"\"", "#line 1 \"f\"\n(", "/**/", "\"\\\"\"", "#")) {
            String code = part.repeat(size / part.length());
            long start = System.nanoTime();
            SquirrelCheck.findings("device_code", code);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(part).isLessThan(Duration.ofSeconds(5));
        }
    }
}
