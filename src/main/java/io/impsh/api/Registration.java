package io.impsh.api;

/** An interest that can be given up; giving it up twice is harmless. */
public interface Registration extends AutoCloseable {
    @Override
    void close();
}
