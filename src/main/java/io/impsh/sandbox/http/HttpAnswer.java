package io.impsh.sandbox.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * The answer to one request, written to its connection: whole, as a stream, or spoilt on purpose. Exactly one of its
 * methods is called once.
 */
public final class HttpAnswer {
    private final Socket socket;
    private final ConnectionInput in;
    private final OutputStream out;
    private final boolean headOnly;
    private final boolean chunks;
    private final boolean announced;
    private boolean persistent;
    private boolean complete;

    private HttpAnswer(RequestHead head, Socket socket, ConnectionInput in, OutputStream out) {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.headOnly = head != null && head.isHead();
        this.chunks = head == null || !head.isOld();
        this.persistent = head != null && head.isPersistent();
        this.announced = head != null && head.isOld();
    }

    static HttpAnswer to(RequestHead head, Socket socket, ConnectionInput in, OutputStream out) {
        return new HttpAnswer(head, socket, in, out);
    }

    /** To what was no request. */
    static HttpAnswer last(Socket socket, ConnectionInput in, OutputStream out) {
        return new HttpAnswer(null, socket, in, out);
    }

    /** Writes a body as it comes into being. */
    @FunctionalInterface
    public interface Body {
        /** @param to what is flushed leaves at once; writing fails once the caller has gone */
        void writeTo(OutputStream to) throws IOException;
    }

    /** A whole answer; {@code null} for no body. */
    public void send(int status, Map<String, String> headers, byte[] body) throws IOException {
        begin(status, headers, body == null ? noLength(status) : "content-length: " + body.length);
        if (body != null && !headOnly) {
            out.write(body);
        }
        out.flush();
        complete = true;
    }

    /** An answer of 204 has no length; any other without a body has one of zero. */
    private static String noLength(int status) {
        return status == 204 ? null : "content-length: 0";
    }

    /** An answer without a length: in chunks, or to an old client until the connection ends. */
    public void stream(int status, Map<String, String> headers, Body body) throws IOException {
        persistent &= chunks;
        begin(status, headers, chunks ? "transfer-encoding: chunked" : null);
        out.flush();
        if (!headOnly) {
            try (StreamOutput stream = new StreamOutput(in, out, chunks)) {
                body.writeTo(stream);
                stream.finish();
            }
        }
        complete = true;
    }

    /** Announces a body, sends half of it and ends the connection. */
    public void truncate(int status, Map<String, String> headers, byte[] body) throws IOException {
        begin(status, headers, "content-length: " + body.length);
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    /** Ends the connection without an answer, as a network does that has lost it. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Whether the connection can carry another request. */
    boolean goesOn() {
        return complete && persistent;
    }

    private void begin(int status, Map<String, String> headers, String length) throws IOException {
        StringBuilder head = new StringBuilder(512);
        line(head, "HTTP/1.1 " + status + " " + Reason.phrase(status));
        line(head, "date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.forEach((name, value) -> line(head, name.toLowerCase(Locale.ROOT) + ": " + value));
        if (length != null) {
            line(head, length);
        }
        if (!persistent) {
            line(head, "connection: close");
        } else if (announced) {
            line(head, "connection: keep-alive");
        }
        line(head, "");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void line(StringBuilder head, String text) {
        head.append(text).append("\r\n");
    }
}
