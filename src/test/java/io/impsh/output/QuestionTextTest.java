package io.impsh.output;

import static io.impsh.output.Printed.TERMINAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.Question;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionTextTest {
    private static final Question SIMPLE =
            new Question("1 device is removed. Go on?", List.of("thermo\u001b (30000a): remove"), 1, false);
    private static final Question PRODUCTION = new Question(
            "1,250 devices move. Type the number of devices to go on:", Collections.nCopies(1250, "x"), 1250, true);

    @Test
    void showsWhatIsAffected() {
        assertThat(QuestionText.affected(SIMPLE, TERMINAL)).containsExactly("   thermo\\x1b (30000a): remove");
        assertThat(QuestionText.affected(PRODUCTION, TERMINAL)).hasSize(11).endsWith("   x", "   and 1,240 more");
    }

    @Test
    void aLongQuestionBreaksAtWordsAndANameBreaksNoLine() {
        Question question = new Question("a\nb is removed, and with it 14 builds. Go on?", List.of("x"), 1, false);
        Screen narrow = new Screen(40, false, true, true);

        assertThat(QuestionText.affected(question, narrow)).containsExactly("   x", "a\\nb is removed, and with it");
        assertThat(QuestionText.prompt(question, narrow)).isEqualTo("14 builds. Go on? [y/N] ");
        assertThat(QuestionText.prompt(question, Screen.plain()))
                .isEqualTo("a\\nb is removed, and with it 14 builds. Go on? [y/N] ");
    }

    @Test
    void yesIsYesOrTheNumber() {
        assertThat(QuestionText.prompt(SIMPLE, TERMINAL)).isEqualTo("1 device is removed. Go on? [y/N] ");
        assertThat(List.of("y", "YES ", "1", "", "n").stream().map(answer -> QuestionText.isYes(SIMPLE, answer)))
                .containsExactly(true, true, false, false, false);
        assertThat(QuestionText.prompt(PRODUCTION, TERMINAL))
                .isEqualTo("1,250 devices move. Type the number of devices to go on: ");
        assertThat(List.of("1250", " 1,250", "y", "125").stream().map(answer -> QuestionText.isYes(PRODUCTION, answer)))
                .containsExactly(true, true, false, false);
    }
}
