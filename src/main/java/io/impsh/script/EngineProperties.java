package io.impsh.script;

/** Settings that the engine reads only from system properties, once, before its first use. */
final class EngineProperties {

    private EngineProperties() {}

    /**
     * Keeps the engine from unpacking a native library into the user's cache folder at each first start, and from
     * warning where it cannot. The library only serves the optimizing runtime, which is not used here.
     */
    static void set() {
        setUnlessGiven("truffle.attach.library", "none");
        setUnlessGiven("polyglotimpl.AttachLibraryFailureAction", "ignore");
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
