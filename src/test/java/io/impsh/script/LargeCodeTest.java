package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten megabytes of device code go to the service and come back byte for byte. */
class LargeCodeTest {
    private static final int BYTES = 10 * 1024 * 1024;
    private static final String LINE = "server.log(\"é 台 😀 \\\"quoted\\\" %d\");\t // trailing  \r\n";

    @TempDir
    Path folder;

    @Test
    void tenMegabytesOfDeviceCodeComeBackAsTheyWere() throws IOException {
        Path file = folder.resolve("large.nut");
        Files.writeString(file, code());
        try (SandboxSession cloud = SandboxSession.start()) {
            cloud.run("let made = groups.get('Line 1').deploy({deviceFile: '" + file + "', agentCode: ''});"
                    + " builds.get(made.id).saveTo('" + folder + "/saved')");

            assertThat(Files.mismatch(folder.resolve("saved/device.nut"), file)).isEqualTo(-1);
            assertThat(cloud.show("made.diff(made.copyTo('Line 2'))"))
                    .isEqualTo("diff: {same: true, device: '', agent: ''}");
        }
    }

    private static String code() {
        StringBuilder code = new StringBuilder(BYTES + LINE.length());
        for (int line = 1; code.length() < BYTES; line++) {
            code.append(LINE.formatted(line));
        }
        return code.toString();
    }
}
