package io.impsh.sandbox.http;

import java.io.IOException;

/** A request up to its body. */
record RequestHead(RequestLine line, HttpHeaders headers) {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_FIELDS = 200;

    static RequestHead read(ConnectionInput in) throws IOException {
        RequestLine line = RequestLine.parse(firstLine(in));
        return new RequestHead(line, fields(in));
    }

    /** Some clients send an empty line after a body. Of what speaks another protocol no end of line can be hoped for. */
    private static String firstLine(ConnectionInput in) throws IOException {
        int first = in.read();
        while (first == '\r' || first == '\n') {
            first = in.read();
        }
        if (first <= ' ' || first > '~') {
            throw HttpProblem.malformed("A request must begin with its method.");
        }
        HttpProblem tooLong = new HttpProblem(414, "The request line is longer than " + LONGEST_LINE + " bytes.");
        return (char) first + in.line(LONGEST_LINE, tooLong);
    }

    /** Also what follows the last chunk of a body. */
    static HttpHeaders fields(ConnectionInput in) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        HttpProblem tooLong = new HttpProblem(431, "A header is longer than " + LONGEST_LINE + " bytes.");
        for (String line = in.line(LONGEST_LINE, tooLong); !line.isEmpty(); line = in.line(LONGEST_LINE, tooLong)) {
            if (headers.size() == MOST_FIELDS) {
                throw new HttpProblem(431, "There are more than " + MOST_FIELDS + " headers.");
            }
            add(line, headers);
        }
        return headers;
    }

    private static void add(String line, HttpHeaders headers) throws HttpProblem {
        boolean continued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        if (continued && headers.size() > 0) {
            headers.extend(line.strip());
            return;
        }
        int colon = line.indexOf(':');
        if (continued || colon < 1 || line.charAt(colon - 1) <= ' ') {
            throw HttpProblem.malformed("A header must be a name, a colon and a value.");
        }
        headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    boolean isHead() {
        return line.method().equals("HEAD");
    }

    boolean isOld() {
        return line.minor() == 0;
    }

    /** Whether the caller wants to send another request afterwards. */
    boolean isPersistent() {
        return isOld() ? headers.lists("Connection", "keep-alive") : !headers.lists("Connection", "close");
    }

    /** Whether the caller waits for a word before it sends the body. */
    boolean expectsContinue() {
        return !isOld() && headers.lists("Expect", "100-continue");
    }
}
