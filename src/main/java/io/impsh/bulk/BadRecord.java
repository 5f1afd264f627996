package io.impsh.bulk;

/** What stands in a file is not what should stand there. The message says what, without saying where. */
final class BadRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRecord(String message) {
        super(message);
    }
}
