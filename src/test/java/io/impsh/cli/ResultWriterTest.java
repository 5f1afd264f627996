package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultWriterTest {
    @Test
    void writesUtf8Buffered() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ResultWriter writer = new ResultWriter(bytes);

        writer.write("Grüße 🙂");
        assertThat(bytes.size()).isZero();
        writer.flush();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("Grüße 🙂");
    }

    @Test
    void remembersThatTheReaderHasGone() {
        ResultWriter writer = new ResultWriter(failing("Broken pipe"));

        assertThatThrownBy(() -> {
                    writer.write("x");
                    writer.flush();
                })
                .hasMessage("Broken pipe");
        assertThat(writer.readerHasGone()).isTrue();
    }

    @Test
    void aFullDiskIsAnotherMatter() {
        ResultWriter writer = new ResultWriter(failing("No space left on device"));

        assertThatThrownBy(() -> {
                    writer.write("x");
                    writer.flush();
                })
                .hasMessage("No space left on device");
        assertThat(writer.readerHasGone()).isFalse();
        assertThat(writer.failure()).isNotNull();
    }

    private static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
