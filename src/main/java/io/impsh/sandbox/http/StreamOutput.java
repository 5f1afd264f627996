package io.impsh.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The body of an answer that goes on: each flush is a chunk that leaves at once. */
final class StreamOutput extends OutputStream {
    private static final int LARGEST_CHUNK = 8192;
    private static final byte[] LINE_END = {'\r', '\n'};

    private final ConnectionInput in;
    private final OutputStream out;
    private final boolean chunks;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    StreamOutput(ConnectionInput in, OutputStream out, boolean chunks) {
        this.in = in;
        this.out = out;
        this.chunks = chunks;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        pending.write(bytes, offset, length);
        if (pending.size() >= LARGEST_CHUNK) {
            send();
        }
    }

    @Override
    public void flush() throws IOException {
        send();
        out.flush();
        // The first bytes to a caller that has gone are taken without complaint; its goodbye is seen at once.
        if (in.ended()) {
            throw new EOFException("the caller has gone");
        }
    }

    private void send() throws IOException {
        if (pending.size() == 0) {
            return;
        }
        if (chunks) {
            out.write(Integer.toHexString(pending.size()).getBytes(StandardCharsets.US_ASCII));
            out.write(LINE_END);
        }
        pending.writeTo(out);
        if (chunks) {
            out.write(LINE_END);
        }
        pending.reset();
    }

    /** Says that the body is complete; a stream that is left without it was broken off. */
    void finish() throws IOException {
        send();
        if (chunks) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    /** The connection is not the stream's to close. */
    @Override
    public void close() {}
}
