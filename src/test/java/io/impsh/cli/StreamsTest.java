package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamsTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void whatIsToldDoesNotGetLostWithTheResults() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Streams streams = Streams.of(InputStream.nullInputStream(), full, err);
        streams.write("results");

        streams.tell("plan 7f3a is incomplete");

        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("plan 7f3a is incomplete\n");
    }
}
