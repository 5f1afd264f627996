package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OutputFormatTest {
    @Test
    void isFoundByName() {
        for (OutputFormat format : OutputFormat.values()) {
            assertThat(OutputFormat.of(format.word())).isSameAs(format);
            assertThat(OutputFormat.of(format.word().toUpperCase(Locale.ROOT))).isSameAs(format);
        }
    }

    @Test
    void othersAreRefusedWithTheNearest() {
        UserException failure = catchThrowableOfType(UserException.class, () -> OutputFormat.of("ndjsn"));
        assertThat(failure.code()).isEqualTo("USAGE");
        assertThat(failure).hasMessage("there is no output format 'ndjsn'; did you mean ndjson?");
        assertThat(failure.hint()).isEqualTo("formats: table, json, ndjson, csv");
    }
}
