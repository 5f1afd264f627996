package io.impsh.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection on which requests go out as bytes and answers come in one by one. */
public final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    public RawConnection(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        in = socket.getInputStream();
    }

    /** Each character as one byte. */
    public RawConnection send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Ends what goes out; answers still come in. */
    RawConnection sendNoMore() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** The ids of errors are never the same. Those of entities stay. */
    public static String withoutErrorIds(String answer) {
        return answer.contains("{\"errors\":") ? answer.replaceAll(",\"id\":\"[0-9a-f-]{36}\"", "") : answer;
    }

    /** One answer with a length: its first line, a line end, its body without the ids of errors. */
    public String answer() throws IOException {
        String head = head();
        int length = Integer.parseInt(head.replaceAll("(?s).*\r\ncontent-length: (\\d+)\r\n.*", "$1"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return head.lines().findFirst().orElse("") + "\n" + withoutErrorIds(body);
    }

    /** One answer up to its body, with the empty line. */
    public String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("ended after '" + head + "'");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    String next(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Everything until the server ends the connection. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
