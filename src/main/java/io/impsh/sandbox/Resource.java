package io.impsh.sandbox;

/** Anything the service lists or returns as a resource object. */
interface Resource {
    String id();

    void write(ResourceWriter out);
}
