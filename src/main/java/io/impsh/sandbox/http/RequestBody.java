package io.impsh.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** How the body of a request is delimited, and how much of it there may be. */
record RequestBody(boolean chunked, int length) {
    /** Ten megabytes of device code, and as much for the agent, with room to spare. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final int LONGEST_CHUNK_LINE = 4096;

    static RequestBody of(HttpHeaders headers) throws HttpProblem {
        String coding = headers.first("Transfer-Encoding");
        if (coding != null) {
            if (!coding.equalsIgnoreCase("chunked")) {
                throw new HttpProblem(501, "The transfer coding '" + coding + "' is not known; chunked is.");
            }
            return new RequestBody(true, 0);
        }
        List<String> lengths = headers.all("Content-Length").stream().distinct().toList();
        return new RequestBody(false, lengths.isEmpty() ? 0 : length(lengths));
    }

    private static int length(List<String> lengths) throws HttpProblem {
        String length = lengths.get(0);
        if (lengths.size() > 1 || !length.matches("\\d{1,18}")) {
            throw HttpProblem.malformed("Content-Length must be one whole number.");
        }
        return limited(Long.parseLong(length));
    }

    private static int limited(long length) throws HttpProblem {
        if (length > LARGEST) {
            throw new HttpProblem(413, "The body is longer than " + LARGEST + " bytes.");
        }
        return (int) length;
    }

    boolean isEmpty() {
        return !chunked && length == 0;
    }

    byte[] read(ConnectionInput in) throws IOException {
        try {
            return chunked ? chunks(in) : exactly(length, in);
        } catch (OutOfMemoryError full) {
            // What was read is given up by now: there is room again for saying so, and for all others.
            throw new HttpProblem(503, "There is no memory left for a body of this size.");
        }
    }

    private static byte[] exactly(int length, ConnectionInput in) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw HttpProblem.malformed(
                    "The body is shorter than announced: " + bytes.length + " of " + length + " bytes.");
        }
        return bytes;
    }

    private static byte[] chunks(ConnectionInput in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            limited((long) body.size() + size);
            body.write(exactly(size, in));
            if (!chunkLine(in).isEmpty()) {
                throw HttpProblem.malformed("A chunk of the body is longer than announced.");
            }
        }
        RequestHead.fields(in);
        return body.toByteArray();
    }

    private static int chunkSize(ConnectionInput in) throws IOException {
        String size = chunkLine(in).split(";", 2)[0].strip();
        if (!size.matches("\\p{XDigit}{1,15}")) {
            throw HttpProblem.malformed("The length of a chunk must be a hexadecimal number.");
        }
        return limited(Long.parseLong(size, 16));
    }

    private static String chunkLine(ConnectionInput in) throws IOException {
        return in.line(LONGEST_CHUNK_LINE, HttpProblem.malformed("The length of a chunk takes up too much."));
    }
}
