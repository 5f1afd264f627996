package io.impsh.api;

/** Where requests and their answers are told to whoever looks for a fault. Called from many threads. */
public interface Trace {
    /** Whether anybody wants to know at the moment; asked before each request and each answer. */
    default boolean isOn() {
        return true;
    }

    /** A request or an answer without its secrets, in one line or several. Holds foreign text as it came. */
    void tell(String lines);
}
