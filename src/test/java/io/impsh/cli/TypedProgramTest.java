package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.script.Completeness;
import io.impsh.script.Input;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TypedProgramTest {
    @Test
    void gathersLinesIntoInputsAndPrintsTheLast() {
        String text = "// what for\nlet n = 1\n\nf({\n  a: 1\n})\nn\n\n";

        assertThat(TypedProgram.steps(text, TypedProgramTest::completeness))
                .containsExactly(step("let n = 1", 2, false), step("f({\n  a: 1\n})", 4, false), step("n", 7, true));
    }

    @Test
    void whatIsNeverFinishedIsGivenAsItIs() {
        assertThat(TypedProgram.steps("1\nf({", TypedProgramTest::completeness))
                .containsExactly(step("1", 1, false), step("f({", 2, true));
    }

    @Test
    void linesThatGoOnWithAnInputBelongToIt() {
        assertThat(TypedProgram.steps("a\n  .b()\n  ?.c()\n.5\nf {\n}\nelse 1", TypedProgramTest::completeness))
                .containsExactly(
                        step("a\n  .b()\n  ?.c()", 1, false), step(".5", 4, false), step("f {\n}\nelse 1", 5, true));
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        byte[] latin1 = "rename('caf\u00e9')".getBytes(StandardCharsets.ISO_8859_1);
        TypedProgram program = new TypedProgram(new ByteArrayInputStream(latin1));

        assertThatThrownBy(() -> program.steps(null)).hasMessage("standard input is no UTF-8 text");
    }

    @Test
    void nothingIsNoInput() {
        assertThat(TypedProgram.steps("", TypedProgramTest::completeness)).isEqualTo(List.of());
        assertThat(TypedProgram.steps("\n// nothing\n", TypedProgramTest::completeness))
                .isEmpty();
    }

    @Test
    void aLongListIsNotReadAgainForEachOfItsLines() {
        String list = "f({" + "\n  a: 'thermo',".repeat(10_000) + "\n})";
        AtomicInteger asked = new AtomicInteger();

        List<Program.Step> steps = TypedProgram.steps(list, text -> {
            asked.incrementAndGet();
            return completeness(text);
        });

        assertThat(steps).containsExactly(step(list, 1, true));
        assertThat(asked).hasValue(2);
    }

    private static Program.Step step(String text, int firstLine, boolean printed) {
        return new Program.Step(new Input.Typed("standard input", text, firstLine), printed);
    }

    /** As much of JavaScript as these programs need. */
    private static Completeness completeness(String text) {
        if (text.isBlank() || text.strip().startsWith("//")) {
            return Completeness.EMPTY;
        }
        return text.contains("{") && !text.contains("}") ? Completeness.INCOMPLETE : Completeness.COMPLETE;
    }
}
