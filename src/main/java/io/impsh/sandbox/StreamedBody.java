package io.impsh.sandbox;

import java.io.IOException;
import java.io.OutputStream;

/** Writes the body of an answer as it comes into being, on the thread of its connection and outside of all locks. */
@FunctionalInterface
interface StreamedBody {
    /**
     * Returns when the stream is over.
     *
     * @param out what is flushed leaves at once; writing fails once the caller has gone; closing it, from any thread, ends
     *     the connection
     */
    void writeTo(OutputStream out) throws IOException;
}
