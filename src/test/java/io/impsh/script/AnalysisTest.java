package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisTest {
    private static JsEngine engine;

    @BeforeAll
    static void open() {
        engine = JsEngine.create(made -> {});
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "1 + 1                         | COMPLETE",
                "devices.count()               | COMPLETE",
                "x++                           | COMPLETE",
                "x[0]--                        | COMPLETE",
                "x = /a/                       | COMPLETE",
                "/regex/g                      | COMPLETE",
                "`a${b}c`                      | COMPLETE",
                "o.class                       | COMPLETE",
                "o.in                          | COMPLETE",
                "o?.if(x)                      | COMPLETE",
                "f(); // then                  | COMPLETE",
                "let x                         | COMPLETE",
                "function f() {}               | COMPLETE",
                "class A {}                    | COMPLETE",
                "if (x) {}                     | COMPLETE",
                "if (x) y                      | COMPLETE",
                "for (;;) {}                   | COMPLETE",
                "do x(); while (y)             | COMPLETE",
                "try {} catch {}               | COMPLETE",
                "x => {}                       | COMPLETE",
                "async () => {}                | COMPLETE",
                "while (x) y                   | COMPLETE",
                "while (x);                    | COMPLETE",
                "a b                           | COMPLETE",
                "return                        | COMPLETE",
                "const x                       | COMPLETE",
                "await x                       | COMPLETE",
                "                              | EMPTY",
                "// note                       | EMPTY",
                "/* note */                    | EMPTY",
                "/* note                       | INCOMPLETE",
                "f(                            | INCOMPLETE",
                "f(1,                          | INCOMPLETE",
                "[1, 2                         | INCOMPLETE",
                "x = {a: 1                     | INCOMPLETE",
                "`a                            | INCOMPLETE",
                "`a${                          | INCOMPLETE",
                "`a${b}                        | INCOMPLETE",
                "'a\\                          | INCOMPLETE",
                "x =                           | INCOMPLETE",
                "x +=                          | INCOMPLETE",
                "x +                           | INCOMPLETE",
                "x <                           | INCOMPLETE",
                "x >>>                         | INCOMPLETE",
                "x ?                           | INCOMPLETE",
                "x ? y :                       | INCOMPLETE",
                "x ??                          | INCOMPLETE",
                "x &&                          | INCOMPLETE",
                "!                             | INCOMPLETE",
                "++                            | INCOMPLETE",
                "x + ++                        | INCOMPLETE",
                "x /                           | INCOMPLETE",
                "x.                            | INCOMPLETE",
                "x?.                           | INCOMPLETE",
                "x =>                          | INCOMPLETE",
                "a,                            | INCOMPLETE",
                "let x =                       | INCOMPLETE",
                "let                           | INCOMPLETE",
                "let a = 1,                    | INCOMPLETE",
                "x = // why                    | INCOMPLETE",
                "typeof                        | INCOMPLETE",
                "x instanceof                  | INCOMPLETE",
                "'a' in                        | INCOMPLETE",
                "x = new                       | INCOMPLETE",
                "if (x)                        | INCOMPLETE",
                "if (x) {} else                | INCOMPLETE",
                "for (const x of y)            | INCOMPLETE",
                "while (x)                     | INCOMPLETE",
                "do                            | INCOMPLETE",
                "do {}                         | INCOMPLETE",
                "do x();                       | INCOMPLETE",
                "try {}                        | INCOMPLETE",
                "try {} catch                  | INCOMPLETE",
                "try {} catch (e)              | INCOMPLETE",
                "function                      | INCOMPLETE",
                "function f                    | INCOMPLETE",
                "function f()                  | INCOMPLETE",
                "function*                     | INCOMPLETE",
                "async function f()            | INCOMPLETE",
                "class A                       | INCOMPLETE",
                "class A extends B             | INCOMPLETE",
                "switch (x)                    | INCOMPLETE",
                "label:                        | INCOMPLETE",
                "'abc                          | INVALID",
                "f('abc                        | INVALID",
                "x = /abc                      | INVALID",
                "f(1]                          | INVALID",
                "}                             | INVALID",
                "f()) + (                      | INVALID",
            })
    void tellsWhetherAnInputIsComplete(String source, Completeness expected) {
        Analysis analysis = new Analysis(engine::isIncomplete);
        assertThat(analysis.completeness(source == null ? " " : source)).isEqualTo(expected);
    }

    @Test
    void lineBreaksAreKept() {
        Analysis analysis = new Analysis(engine::isIncomplete);
        assertThat(analysis.completeness("'a\\\n")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(analysis.completeness("'a\\\nb'")).isEqualTo(Completeness.COMPLETE);
        assertThat(analysis.completeness("'a\nb'")).isEqualTo(Completeness.INVALID);
        assertThat(analysis.completeness("devices\n  .where({\n    online: true\n  })\n"))
                .isEqualTo(Completeness.COMPLETE);
    }

    @Test
    void theParserIsAskedOnlyWhereTokensDoNotTell() {
        List<String> asked = new ArrayList<>();
        Analysis analysis = new Analysis(asked::add);
        List.of("devices.count()", "let x = d => d.name", "if (x) { y }", "for (const d of devices) d.restart()", "x =")
                .forEach(analysis::completeness);
        assertThat(asked).isEmpty();
        assertThat(analysis.completeness("function f()")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(asked).containsExactly("function f()");
    }
}
