package io.impsh.sandbox.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** What the caller sends, buffered. Waits without end for a request to begin, and with patience for it to go on. */
final class ConnectionInput extends InputStream {
    private static final int FOREVER = 0;
    private static final int A_MOMENT = 1;

    private final Socket socket;
    private final InputStream in;
    private final int patience;
    private final byte[] buffer = new byte[8192];
    private int start;
    private int end;

    ConnectionInput(Socket socket, Duration patience) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.patience = (int) patience.toMillis();
    }

    /** Whether another request begins; false when the caller has ended the connection. */
    boolean awaitRequest() throws IOException {
        return start < end || fill(FOREVER);
    }

    /** Whether the caller has ended the connection, as far as can be known now. */
    boolean ended() throws IOException {
        if (start < end) {
            return false;
        }
        try {
            return !fill(A_MOMENT);
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /**
     * A line without its end, each byte as one character.
     *
     * @param tooLong what to throw when it has more than {@code limit} bytes
     */
    String line(int limit, HttpProblem tooLong) throws IOException {
        byte[] bytes = new byte[128];
        int length = 0;
        for (int next = read(); next != '\n'; next = read()) {
            if (next < 0) {
                throw HttpProblem.malformed("The request ends in the middle.");
            }
            if (length == limit) {
                throw tooLong;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, 2 * length);
            }
            bytes[length++] = (byte) next;
        }
        if (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read() throws IOException {
        return available(patience) ? buffer[start++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!available(patience)) {
            return -1;
        }
        int count = Math.min(length, end - start);
        System.arraycopy(buffer, start, target, offset, count);
        start += count;
        return count;
    }

    private boolean available(int milliseconds) throws IOException {
        try {
            return start < end || fill(milliseconds);
        } catch (SocketTimeoutException e) {
            throw new HttpProblem(408, "The rest of the request did not come.");
        }
    }

    private boolean fill(int milliseconds) throws IOException {
        socket.setSoTimeout(milliseconds);
        // Emptied first: a read that times out would else bring back what has been read before.
        start = 0;
        end = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
