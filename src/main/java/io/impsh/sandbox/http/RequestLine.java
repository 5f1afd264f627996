package io.impsh.sandbox.http;

/**
 * The first line of a request, read leniently: what stands between the method and the version is the target, blanks and
 * all.
 *
 * @param minor of the version: 0 for HTTP/1.0, else 1 or more
 */
record RequestLine(String method, String target, int minor) {
    private static final String VERSION = "HTTP/";

    static RequestLine parse(String line) throws HttpProblem {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        String version = line.substring(last + 1);
        if (first < 1 || first == last || !version.startsWith(VERSION)) {
            throw HttpProblem.malformed("The request line must be a method, a target and HTTP/1.1.");
        }
        if (!version.matches("HTTP/1\\.\\d")) {
            throw new HttpProblem(505, "The version must be HTTP/1.1 or HTTP/1.0, not " + version + ".");
        }
        return new RequestLine(line.substring(0, first), line.substring(first + 1, last), version.charAt(7) - '0');
    }
}
